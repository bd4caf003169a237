import { get, request } from '@/shared/api/http'

/** One attendance of a member (到场记录). */
export interface Attendance {
  number: string
  name: string
  employer: string
  expert: boolean
  site: string
  seat: string
  from: string
  to?: string | null
  end?: 'CONCLUDED' | 'LEFT' | null
  units?: number | null
  feeFen?: number | null
}

/** Attendances of a concluded evaluation with the standard of fees (签到与劳务费). */
export interface AttendanceSheet {
  unit: 'HOUR' | 'HALF_DAY'
  fenPerUnit?: number | null
  totalFen: number
  lines: Attendance[]
}

export const readAttendance = (session: string) =>
  get<AttendanceSheet>(`/api/evaluation/sessions/${session}/attendance`)

/** The same as .xlsx. */
export async function readAttendanceBook(session: string): Promise<Uint8Array<ArrayBuffer>> {
  const path = `/api/evaluation/sessions/${session}/attendance/xlsx`
  const response = await request('GET', path, { headers: { Accept: '*/*' } })
  return new Uint8Array(await response.arrayBuffer())
}
