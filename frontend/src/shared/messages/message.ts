import { get } from '@/shared/api/http'

/** A message of the platform (站内消息); `link` is the page where the person acts. */
export interface PlatformMessage {
  id: string
  subject: string
  text: string
  link: string
  at: string
}

export const readMessages = () => get<PlatformMessage[]>('/api/evaluation/messages/mine')
