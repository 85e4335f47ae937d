/** Lists the sections of a page beside it; a page of one section needs no list. */
export function listContents(): void {
  const headings = [...document.querySelectorAll<HTMLElement>('main > section > h2')]
  const layout = document.querySelector('.layout')
  if (headings.length < 2 || layout === null) return
  const list = document.createElement('ul')
  for (const heading of headings) {
    const link = document.createElement('a')
    link.href = `#${heading.parentElement?.id}`
    link.textContent = heading.textContent
    const item = document.createElement('li')
    item.append(link)
    list.append(item)
  }
  const title = document.createElement('p')
  title.textContent = 'On this page'
  const contents = document.createElement('nav')
  contents.className = 'contents'
  contents.ariaLabel = 'On this page'
  contents.append(title, list)
  layout.append(contents)
}
