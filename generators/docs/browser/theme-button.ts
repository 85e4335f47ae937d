/** Lets the reader have the theme that the system does not ask for; remembered where the browser allows it. */
export function themeButton(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-button]')
  if (button === null) return
  const prefersDark = matchMedia('(prefers-color-scheme: dark)')
  const root = document.documentElement
  const current = (): string => root.dataset['theme'] || (prefersDark.matches ? 'dark' : 'light')
  const label = (): void => {
    button.ariaLabel = current() === 'dark' ? 'Light theme' : 'Dark theme'
  }
  button.hidden = false
  label()
  prefersDark.addEventListener('change', label)
  button.addEventListener('click', () => {
    root.dataset['theme'] = current() === 'dark' ? 'light' : 'dark'
    label()
    try {
      localStorage.setItem('theme', root.dataset['theme'])
    } catch {
      // Storage is forbidden; the theme holds for this page.
    }
  })
}
