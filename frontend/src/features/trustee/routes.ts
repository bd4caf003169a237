import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/trustee', name: 'trustee', component: () => import('./TrusteePage.vue'), meta: { login: true } },
]
