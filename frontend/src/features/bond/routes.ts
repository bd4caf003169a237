import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/bonds', name: 'bonds', component: () => import('./BondsPage.vue'), meta: { login: true } },
]
