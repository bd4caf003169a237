import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/lots/:lot/award', name: 'award', component: () => import('./AwardPage.vue'), props: true },
]
