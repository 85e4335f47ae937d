/**
 * Groups of parts of which a reader wants to see one: `<form data-choose="ID">` with selects, and parts in the element
 * of that id whose `data-part` is the selects' values, joined by a space. Without scripts all of them are shown.
 */
export function showChosen(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-choose]')) {
    const parts = [...(document.getElementById(form.dataset['choose'] ?? '')?.children ?? [])].filter(
      (part) => part instanceof HTMLElement,
    )
    const selects = [...form.querySelectorAll('select')]
    const show = (): void => {
      const chosen = selects.map(({ value }) => value).join(' ')
      for (const part of parts) part.hidden = part.dataset['part'] !== chosen
    }
    const follow = (): void => {
      const linked = parts.find(({ id }) => id === decodeURIComponent(location.hash.slice(1)))
      const values = linked?.dataset['part']?.split(' ')
      if (values !== undefined) selects.forEach((select, index) => (select.value = values[index] ?? ''))
      show()
    }
    form.hidden = false
    form.addEventListener('change', show)
    addEventListener('hashchange', follow)
    follow()
  }
}
