import { onMounted, onScopeDispose, type Ref } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'

/** Nobody leaves with unsaved work: another page waits until it is kept, and closing the window asks first. */
export function useUnsaved(pending: Ref<boolean>, save: () => Promise<void>) {
  const asks = (event: BeforeUnloadEvent) => {
    if (pending.value) event.preventDefault()
  }
  onBeforeRouteLeave(() => (pending.value ? save().then(() => true) : true))
  onMounted(() => window.addEventListener('beforeunload', asks))
  onScopeDispose(() => window.removeEventListener('beforeunload', asks))
}
