import type { SearchDocument } from '../search/search-document.ts'
import type { Search } from './search-index.ts'

/** The dialog: a combobox with its list (ARIA Authoring Practices), so that it works by keyboard alone. */
export function searchDialog(folder: string, search: Search): HTMLDialogElement {
  const dialog = document.createElement('dialog')
  dialog.className = 'search'
  dialog.ariaLabel = 'Search'
  dialog.innerHTML = `
    <input type="text" role="combobox" aria-label="Search events, fields, keys, topics and owners" aria-expanded="false"
      aria-controls="hits" aria-autocomplete="list" autocomplete="off" spellcheck="false"
      placeholder="Events, fields, keys, topics, owners">
    <p class="status" role="status"></p>
    <div id="hits" role="listbox" aria-label="Found"></div>
    <p class="keys" aria-hidden="true"><kbd>↑</kbd> <kbd>↓</kbd> choose <kbd>Enter</kbd> open <kbd>Esc</kbd> close</p>`
  document.body.append(dialog)
  const input = dialog.querySelector('input')!
  const list = dialog.querySelector('div')!
  const status = dialog.querySelector<HTMLElement>('.status')!
  let chosen = 0

  const options = (): readonly HTMLElement[] => [...list.children] as HTMLElement[]
  const choose = (index: number): void => {
    const all = options()
    chosen = all.length === 0 ? 0 : (index + all.length) % all.length
    all.forEach((option, at) => (option.ariaSelected = String(at === chosen)))
    const option = all[chosen]
    if (option === undefined) input.removeAttribute('aria-activedescendant')
    else input.setAttribute('aria-activedescendant', option.id)
    option?.scrollIntoView({ block: 'nearest' })
  }
  const update = (): void => {
    const query = input.value.trim()
    const { hits, total } = query === '' ? { hits: [], total: 0 } : search(query)
    list.replaceChildren(...hits.map((hit, index) => option(folder, hit, index)))
    input.ariaExpanded = String(hits.length > 0)
    status.textContent = query === '' ? '' : statusText(query, hits.length, total)
    choose(0)
  }

  input.addEventListener('input', update)
  input.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) choose(chosen + step)
    else if (event.key === 'Enter') options()[chosen]?.click()
    else return
    event.preventDefault()
  })
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog || (target as HTMLElement).closest('a') !== null) dialog.close()
  })
  return dialog
}

function statusText(query: string, shown: number, total: number): string {
  if (total === 0) return `Nothing found for “${query}”`
  return shown === total ? `${total} found` : `${total} found, the best ${shown} of them:`
}

function option(folder: string, { kind, name, detail, path }: SearchDocument, index: number): HTMLElement {
  const link = document.createElement('a')
  link.id = `hit-${index}`
  link.role = 'option'
  link.href = folder + encodeURI(path)
  link.tabIndex = -1
  link.append(labelled('b', name), labelled('small', detail), labelled('i', kind))
  return link
}

function labelled(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag)
  element.textContent = text
  return element
}
