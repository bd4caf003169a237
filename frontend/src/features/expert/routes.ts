import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/experts',
    name: 'experts',
    component: () => import('./PoolPage.vue'),
    meta: { login: true, title: 'nav.experts' },
  },
  {
    path: '/experts/:number',
    name: 'expert',
    component: () => import('./ExpertPage.vue'),
    props: true,
    meta: { login: true, title: 'nav.experts' },
  },
  {
    path: '/my-expert-file',
    name: 'my-expert-file',
    component: () => import('./OwnFilePage.vue'),
    meta: { login: true, title: 'nav.expertFile' },
  },
]
