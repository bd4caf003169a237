import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/lots/:lot/opening', name: 'opening', component: () => import('./HallPage.vue'), meta: { bare: true } },
]
