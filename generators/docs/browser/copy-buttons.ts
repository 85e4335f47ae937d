/** Puts a button on every block of code that copies it. */
export function addCopyButtons(): void {
  for (const block of document.querySelectorAll<HTMLElement>('pre')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'copy'
    button.textContent = 'Copy'
    const name = block.getAttribute('aria-label')
    if (name !== null) button.ariaLabel = `Copy: ${name}`
    button.addEventListener('click', () => void copy(block, button))
    const frame = document.createElement('div')
    frame.className = 'code'
    block.replaceWith(frame)
    frame.append(block, button)
  }
}

async function copy(block: HTMLElement, button: HTMLButtonElement): Promise<void> {
  const isCopied = await navigator.clipboard.writeText(block.textContent).then(
    () => true,
    () => copySelection(block),
  )
  button.textContent = isCopied ? 'Copied' : 'Press Ctrl+C'
  setTimeout(() => (button.textContent = 'Copy'), 2000)
}

/** Where the clipboard is out of reach the text is selected at least. */
function copySelection(block: HTMLElement): boolean {
  getSelection()?.selectAllChildren(block)
  return document.execCommand('copy')
}
