import type { RouteRecordRaw } from 'vue-router'

const page = (path: string, name: string, component: RouteRecordRaw['component']): RouteRecordRaw =>
  ({ path, name, component, props: true, meta: { login: true, title: 'nav.seats' } }) as RouteRecordRaw

export const routes: RouteRecordRaw[] = [
  {
    path: '/seat-terminal',
    name: 'seat-terminal',
    component: () => import('./TerminalPage.vue'),
    meta: { title: 'site.terminal.page' },
  },
  page('/sites/day', 'seat-day', () => import('./DayPage.vue')),
  page('/sites/calendar', 'seat-calendar', () => import('./CalendarPage.vue')),
  page('/sites/bookings', 'seat-bookings', () => import('./BookingsPage.vue')),
  page('/sites', 'sites', () => import('./CataloguePage.vue')),
  page('/evaluation/:id/seats', 'session-seats', () => import('./SessionSeatsPage.vue')),
]
