/** Address of a tender's public document; official PDFs can be had as OFD (版式文件), too, sealed by the platform. */
export function documentAddress(tender: string, sm3: string, form: 'file' | 'ofd' = 'file'): string {
  const file = `/api/core/public/tenders/${tender}/documents/${sm3}`
  return form === 'ofd' ? `${file}/ofd` : file
}
