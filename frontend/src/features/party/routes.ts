import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/parties/:id?',
    name: 'parties',
    component: () => import('./VerificationPage.vue'),
    props: true,
    meta: { login: true },
  },
  {
    path: '/organisation',
    name: 'organisation',
    component: () => import('./OrganisationPage.vue'),
    meta: { login: true, title: 'nav.organisation' },
  },
  { path: '/register', name: 'register', component: () => import('./RegisterPage.vue') },
]
