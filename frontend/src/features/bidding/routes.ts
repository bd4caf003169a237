import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/bids', name: 'bids', component: () => import('./BidsPage.vue'), meta: { login: true } },
  {
    path: '/bids/:tender/seal',
    name: 'seal',
    component: () => import('./SealPage.vue'),
    props: true,
    meta: { login: true },
  },
]
