/** Lets the browser save bytes as a file of this name. */
export function saveFile(bytes: Uint8Array<ArrayBuffer>, name: string, type = 'application/octet-stream') {
  const address = URL.createObjectURL(new Blob([bytes], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
