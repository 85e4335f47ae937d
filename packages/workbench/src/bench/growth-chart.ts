/** One line of a chart: values by number of subjects. */
export interface Series {
  readonly name: string
  readonly colour: string
  readonly points: readonly (readonly [subjects: number, value: number])[]
}

const WIDTH = 720
const HEIGHT = 360
const LEFT = 60
const RIGHT = 180
const TOP = 50
const BOTTOM = 50

/** Draws lines over both axes logarithmic, as SVG: growth in proportion is a slope of one. */
export function growthChart(title: string, series: readonly Series[]): string {
  const points = series.flatMap((line) => line.points)
  const x = scale(
    points.map(([subjects]) => subjects),
    LEFT,
    WIDTH - RIGHT,
  )
  const y = scale(
    points.map(([, value]) => value),
    HEIGHT - BOTTOM,
    TOP,
  )
  const parts = [
    `<text x="${LEFT}" y="24" font-size="16" font-weight="bold">${title}</text>`,
    ...x.ticks.map((tick) => gridLine(x.at(tick), x.at(tick), TOP, HEIGHT - BOTTOM)),
    ...y.ticks.map((tick) => gridLine(LEFT, WIDTH - RIGHT, y.at(tick), y.at(tick))),
    ...x.ticks.map((tick) => label(x.at(tick), HEIGHT - BOTTOM + 20, 'middle', tick.toLocaleString('en'))),
    ...y.ticks.map((tick) => label(LEFT - 8, y.at(tick) + 4, 'end', String(tick))),
    label((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, 'middle', 'subjects'),
    ...series.flatMap((line) => drawSeries(line, x.at, y.at)),
    ...nameSeries(series, x.at, y.at),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${parts.join('\n')}
</svg>
`
}

interface Scale {
  readonly at: (value: number) => number
  readonly ticks: readonly number[]
}

/** From the power of ten below the least value to the one above the greatest. */
function scale(values: readonly number[], from: number, to: number): Scale {
  const low = Math.floor(Math.log10(Math.min(...values)))
  const high = Math.max(Math.ceil(Math.log10(Math.max(...values))), low + 1)
  return {
    at: (value) => from + ((Math.log10(value) - low) / (high - low)) * (to - from),
    ticks: Array.from({ length: high - low + 1 }, (_, step) => Number(`1e${low + step}`)),
  }
}

function drawSeries(
  { colour, points }: Series,
  x: (value: number) => number,
  y: (value: number) => number,
): readonly string[] {
  const places = points.map(([subjects, value]) => [x(subjects), y(value)] as const)
  const path = places.map(([px, py]) => `${px.toFixed(1)},${py.toFixed(1)}`).join(' ')
  return [
    `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    ...places.map(
      ([px, py]) => `<circle cx="${px.toFixed(1)}" cy="${py.toFixed(1)}" r="3" fill="${colour}"/>`,
    ),
  ]
}

/** Names stand where the lines end, one below the other where the lines meet. */
function nameSeries(
  series: readonly Series[],
  x: (value: number) => number,
  y: (value: number) => number,
): readonly string[] {
  const ends = series.map(({ name, colour, points }) => {
    const [subjects = 1, value = 1] = points.at(-1) ?? []
    return { name, colour, left: x(subjects) + 10, middle: y(value) + 4 }
  })
  let lowest = 0
  return ends
    .toSorted((one, other) => one.middle - other.middle)
    .map(({ name, colour, left, middle }) => {
      lowest = Math.max(middle, lowest + 14)
      return `<text x="${left.toFixed(1)}" y="${lowest.toFixed(1)}" fill="${colour}">${name}</text>`
    })
}

function gridLine(x1: number, x2: number, y1: number, y2: number): string {
  return `<line x1="${x1.toFixed(1)}" x2="${x2.toFixed(1)}" y1="${y1.toFixed(1)}" y2="${y2.toFixed(1)}" stroke="#ddd"/>`
}

function label(x: number, y: number, anchor: 'middle' | 'end', text: string): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="#555">${text}</text>`
}
