import { computed, ref, watch, type Ref } from 'vue'
import { readIndex, type IndexLine, type MemberView } from './evaluation'
import { citedFor } from './scoring/cited'

/** What a member reads at a work place: whose bid is at hand, the item at hand, and the pages that the bid names for it. */
export function useReading(
  session: MemberView,
  itemAt: (index: number) => string | undefined,
  beside?: Ref<string | undefined>,
) {
  const labels = session.bids.map((bid) => bid.label)
  const label = ref(labels[0] ?? '')
  const active = ref(0)
  const page = ref({ role: 'TECHNICAL', number: 1 })
  const shown = ref<IndexLine>()
  const index = ref<Record<string, IndexLine[]>>({})
  const committed = computed(
    () => session.panel.members.find((member) => member.number === session.me.number)?.committed === true,
  )
  const linesOf = (of: string | undefined) => index.value[of ?? ''] ?? []
  const lines = computed(() => linesOf(label.value))
  const cited = computed(() => citedFor(lines.value, itemAt(active.value) ?? ''))

  /** A bid whose index cannot be read is read without one. */
  async function loadIndex(of: string | undefined) {
    if (!of || index.value[of] || committed.value) return
    const found = await readIndex(session.id, of).catch(() => undefined)
    if (found) index.value = { ...index.value, [of]: found }
  }

  /** Goes to the next bid or to the one before; round at both ends. */
  function turnBid(by: 1 | -1) {
    label.value = labels[(labels.indexOf(label.value) + by + labels.length) % labels.length]!
  }

  watch(label, () => (shown.value = undefined))
  watch([label, () => beside?.value], (both) => both.forEach((each) => void loadIndex(each)), { immediate: true })

  return { labels, label, active, page, shown, committed, lines, linesOf, cited, turnBid }
}
