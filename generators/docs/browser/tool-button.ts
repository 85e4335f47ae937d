/** Adds a button with an icon to the header; they come by script because without scripts they do nothing. */
export function addToolButton(
  className: string,
  icon: string,
  content: readonly Element[] = [],
): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = className
  const image = document.createElement('i')
  image.className = `icon ${icon}`
  button.append(image, ...content)
  document.querySelector('.tools')?.append(button)
  return button
}
