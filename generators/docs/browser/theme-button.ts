import { addToolButton } from './tool-button.ts'

const root = document.documentElement

/** The theme that the reader chose on another page; storage may be forbidden. */
export function restoreTheme(): void {
  try {
    root.dataset['theme'] = localStorage.getItem('theme') ?? ''
  } catch {
    root.dataset['theme'] = ''
  }
}

/** Lets the reader have the theme that the system does not ask for. */
export function addThemeButton(): void {
  const prefersDark = matchMedia('(prefers-color-scheme: dark)')
  const isDark = (): boolean => (root.dataset['theme'] || (prefersDark.matches ? 'dark' : 'light')) === 'dark'
  const button = addToolButton('icon-button', 'theme')
  const label = (): void => {
    button.ariaLabel = isDark() ? 'Light theme' : 'Dark theme'
  }
  label()
  prefersDark.addEventListener('change', label)
  button.addEventListener('click', () => {
    const theme = isDark() ? 'light' : 'dark'
    root.dataset['theme'] = theme
    label()
    try {
      localStorage.setItem('theme', theme)
    } catch {
      // It holds for this page.
    }
  })
}
