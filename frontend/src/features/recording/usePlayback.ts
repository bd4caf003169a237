import { computed, onScopeDispose, reactive, ref, shallowRef } from 'vue'
import { Broken } from '@/shared/audit/broken'
import { Field } from '@/shared/audit/field'
import { ItemChain } from '@/shared/audit/itemChain'
import {
  fetchFilm,
  fetchPart,
  marksOf,
  nextPicture,
  readItems,
  readRecording,
  spanOf,
  tracksOf,
  type ChainItem,
  type Part,
  type WholeRecording,
} from './recording'

/** How a part was found: its bytes are those of the chain, are others, or could not be had. */
export type PartState = 'genuine' | 'false' | 'gone'

/** The chain as this browser worked it out again. */
export type ChainState = { holds: true; closed: boolean } | { holds: false; item: number; reason: string }

const TICK_MS = 200

/** Works a chain out again; tells the first item that does not follow. */
export function chainState(items: ChainItem[], session: string): ChainState {
  const chain = new ItemChain(session)
  try {
    for (const item of items) chain.take(new Field(`item ${item.seq}`, item), `item ${item.seq}`)
  } catch (thrown) {
    if (thrown instanceof Broken) return { holds: false, item: chain.seq + 1, reason: thrown.reason }
    throw thrown
  }
  return { holds: true, closed: chain.closed }
}

/** Play-back of one recording (回放): tracks, marks, the moment that is shown, and what every part was found to be. */
export function usePlayback(session: string) {
  const whole = shallowRef<WholeRecording>()
  const items = shallowRef<ChainItem[]>([])
  const tracks = computed(() => tracksOf(items.value))
  const marks = computed(() => marksOf(items.value, whole.value?.steps ?? []))
  const span = computed(() => spanOf(tracks.value, marks.value))
  const chain = computed(() => chainState(items.value, session))
  const position = ref(0)
  const playing = ref(false)
  const states = reactive(new Map<string, PartState>())
  const checking = ref(false)
  let ended = false

  async function open() {
    whole.value = await readRecording(session)
    items.value = await readItems(session)
    position.value = nextPicture(tracks.value, span.value.from) ?? span.value.from
  }

  /** The bytes of a part, hashed here; nothing when they cannot be had. */
  async function load(part: Part): Promise<ArrayBuffer | undefined> {
    try {
      const { bytes, genuine } = await fetchPart(session, part)
      states.set(part.key, genuine ? 'genuine' : 'false')
      return bytes
    } catch {
      states.set(part.key, 'gone')
      return undefined
    }
  }

  /** What a file with packets shows; nothing when it cannot be had. */
  const film = (file: string) => fetchFilm(session, file).catch(() => undefined)

  /** Hashes every part that was not looked at yet. */
  async function checkAll() {
    checking.value = true
    for (const { parts } of tracks.value)
      for (const part of parts) {
        if (ended || !checking.value) return
        if (!states.has(part.key)) await load(part)
      }
    checking.value = false
  }

  function jump(at: number) {
    position.value = Math.min(Math.max(at, span.value.from), span.value.to)
  }

  const timer = window.setInterval(() => {
    if (!playing.value) return
    const next = nextPicture(tracks.value, position.value + TICK_MS)
    if (next === undefined) playing.value = false
    else position.value = next
  }, TICK_MS)
  onScopeDispose(() => {
    ended = true
    clearInterval(timer)
  })

  return { whole, tracks, marks, span, chain, position, playing, states, checking, open, load, film, checkAll, jump }
}
