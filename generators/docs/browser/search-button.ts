import { addToolButton } from './tool-button.ts'

/** Offers search by a button, by `/` and by Ctrl+K; it is loaded when it is asked for the first time. */
export function addSearchButton(): void {
  const folder = document
    .querySelector<HTMLScriptElement>('script[src$="site.js"]')
    ?.src.replace(/site\.js$/, '')
  if (folder === undefined) return
  const label = element('span', 'Search')
  const key = element('kbd', '/')
  key.ariaHidden = 'true'
  const button = addToolButton('search-button', 'search', [label, key])
  let loading: Promise<void> | undefined
  const open = (): void => {
    loading ??= load(`${folder}search-index.js`).then(() => load(`${folder}search.js`))
    loading.then(
      () => globalThis.openSearch?.(folder),
      () => {
        loading = undefined
        label.textContent = 'Search is missing'
      },
    )
  }
  button.addEventListener('click', open)
  addEventListener('keydown', (event) => {
    const isShortcut = event.key === 'k' && (event.ctrlKey || event.metaKey)
    if (!isShortcut && (event.key !== '/' || isTyping(event))) return
    event.preventDefault()
    open()
  })
}

function element(tag: string, text: string): HTMLElement {
  const created = document.createElement(tag)
  created.textContent = text
  return created
}

function isTyping({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey || (target as HTMLElement).closest('input, select, textarea') !== null
}

/** By a script element, because a page that was opened from disk may fetch nothing. */
function load(source: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = source
    script.addEventListener('load', () => resolve())
    script.addEventListener('error', () => reject(new Error(`${source} cannot be loaded`)))
    document.head.append(script)
  })
}
