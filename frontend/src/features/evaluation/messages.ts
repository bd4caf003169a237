import type { Messages } from '@/shared/i18n/messages'
import { chinese } from './texts.zh'
import { english } from './texts.en'
import { problems } from './problems'
import { chinese as blindChinese } from './blind/texts.zh'
import { english as blindEnglish } from './blind/texts.en'
import { chinese as clearingChinese } from './clearing/texts.zh'
import { english as clearingEnglish } from './clearing/texts.en'
import { chinese as clarificationChinese } from './clarification/texts.zh'
import { english as clarificationEnglish } from './clarification/texts.en'
import { chinese as findingsChinese } from './findings/texts.zh'
import { english as findingsEnglish } from './findings/texts.en'
import { chinese as hallChinese } from './hall/texts.zh'
import { english as hallEnglish } from './hall/texts.en'
import { problems as hallProblems } from './hall/problems'
import { chinese as informationChinese } from './information/texts.zh'
import { english as informationEnglish } from './information/texts.en'
import { problems as informationProblems } from './information/problems'
import { chinese as timeChinese } from './time/texts.zh'
import { english as timeEnglish } from './time/texts.en'
import { attendanceTexts } from './attendance/texts'
import { wallTexts } from './wall/texts'
import { chinese as faultChinese } from './fault/texts.zh'
import { english as faultEnglish } from './fault/texts.en'
import { problems as faultProblems } from './fault/problems'
import { mergeTexts } from '@/shared/i18n/merge'
import { chinese as drawChinese } from './drawing/texts.zh'
import { english as drawEnglish } from './drawing/texts.en'

export const messages: Messages = {
  'zh-CN': {
    evaluation: {
      ...chinese,
      blind: blindChinese,
      clearing: clearingChinese,
      clarification: clarificationChinese,
      findings: findingsChinese,
      draw: drawChinese,
      hall: hallChinese,
      information: informationChinese,
      time: timeChinese,
      fault: faultChinese,
      attendance: attendanceTexts['zh-CN'],
      wall: wallTexts['zh-CN'],
    },
    problem: mergeTexts([
      problems['zh-CN'],
      hallProblems['zh-CN'],
      faultProblems['zh-CN'],
      informationProblems['zh-CN'],
    ]),
  },
  en: {
    evaluation: {
      ...english,
      blind: blindEnglish,
      clearing: clearingEnglish,
      clarification: clarificationEnglish,
      findings: findingsEnglish,
      draw: drawEnglish,
      hall: hallEnglish,
      information: informationEnglish,
      time: timeEnglish,
      fault: faultEnglish,
      attendance: attendanceTexts.en,
      wall: wallTexts.en,
    },
    problem: mergeTexts([problems.en, hallProblems.en, faultProblems.en, informationProblems.en]),
  },
}
