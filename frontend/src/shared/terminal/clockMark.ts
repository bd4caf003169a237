/** States of a terminal's heart-beat and clock, in the order of the legend (心跳与时钟状态). */
export const CLOCK_MARKS = ['UNKNOWN', 'IN_TIME', 'OFF', 'BLOCKED', 'SILENT'] as const
export type ClockMark = (typeof CLOCK_MARKS)[number]

/** Colour of a state. */
export const colourOf = (mark: ClockMark) =>
  ({ UNKNOWN: 'blue', IN_TIME: 'green', OFF: 'orange', BLOCKED: 'red', SILENT: 'red' })[mark]

/** Whether somebody has to look after a terminal in this state. */
export const inTrouble = (mark: ClockMark) => mark === 'OFF' || mark === 'BLOCKED' || mark === 'SILENT'
