import { onScopeDispose, ref, shallowRef } from 'vue'
import { problemBehind, type Problem } from '@/shared/api/http'
import { readHall, type Hall } from './hall'
import { HallRoom } from './hallRoom'

const EVERY_MS = 5000
/** So long a hall is kept when no page shows it, because one page follows another. */
const KEEP_MS = 3000

/** The hall of a session as the pages share it: going from the desk to the large view ends no line. */
export class SharedHall {
  readonly view = shallowRef<Hall>()
  readonly problem = shallowRef<Problem>()
  /** Counts up whenever there may be a new message. */
  readonly spoken = ref(0)
  readonly room: HallRoom
  private holders = 0
  private timer: number | undefined
  private farewell: number | undefined

  constructor(
    private readonly session: string,
    private readonly forget: () => void,
  ) {
    this.room = new HallRoom(session, (what) => {
      if (what === 'text') this.spoken.value++
      else void this.refresh()
    })
  }

  hold(): void {
    clearTimeout(this.farewell)
    if (this.holders++ === 0) void this.refresh()
  }

  release(): void {
    if (--this.holders > 0) return
    this.farewell = window.setTimeout(() => {
      clearTimeout(this.timer)
      this.room.leave()
      this.forget()
    }, KEEP_MS)
  }

  async refresh(): Promise<void> {
    clearTimeout(this.timer)
    try {
      const read = await readHall(this.session)
      if (read.texts !== this.view.value?.texts) this.spoken.value++
      this.view.value = read
      this.problem.value = undefined
    } catch (thrown) {
      this.problem.value = problemBehind(thrown)
    }
    if (this.holders > 0) this.timer = window.setTimeout(() => void this.refresh(), EVERY_MS)
  }

  /** Takes what the platform answered to an act, without asking again. */
  took(read: Hall): void {
    this.view.value = read
  }
}

const halls = new Map<string, SharedHall>()

/** The hall of a session for a component; it is left a moment after the last of them is gone. */
export function useHall(session: string): SharedHall {
  const hall = halls.get(session) ?? new SharedHall(session, () => halls.delete(session))
  halls.set(session, hall)
  hall.hold()
  onScopeDispose(() => hall.release())
  return hall
}
