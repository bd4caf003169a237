/** Texts of the rules for blind files (暗标) in the form of a tender. */
export const chineseBlind = {
  field: {
    use: '技术文件采用暗标',
    breach: '认定违反暗标要求的后果',
    pagesMax: '暗标页数上限',
    marginMm: '暗标页边距（毫米）',
    fonts: '暗标允许的字体（每行一个）',
    sizesPt: '暗标允许的字号（磅，每行一个）',
    linesPt: '暗标允许的行距（固定值，磅，每行一个）',
  },
  rule: {
    use: '启封后平台把技术文件重绘为统一的灰度版本，技术评分揭示前专家只见编号和该版本',
    breach: '由评标委员会表决认定，平台只列出疑似标记',
    pagesMax: '1 至 1000',
    marginMm: '0 至 60',
    fonts: '留空不限；西文字体也须列出',
    sizesPt: '留空不限，如 14、10.5',
    linesPt: '留空不限，如 26；倍数行距随软件和字体而变，不能核对',
  },
  choice: {
    use: { NO: '不采用', YES: '采用' },
    breach: { ZERO: '技术部分计零分', REJECT: '否决投标', NONE: '仅记入评标报告' },
  },
}

export const englishBlind = {
  field: {
    use: 'Blind technical files',
    breach: 'Consequence of a breach of the blind rules',
    pagesMax: 'Pages a blind file may have',
    marginMm: 'Margin of a blind file (mm)',
    fonts: 'Fonts of a blind file (one per line)',
    sizesPt: 'Sizes of a blind file (pt, one per line)',
    linesPt: 'Line distances of a blind file (fixed, pt, one per line)',
  },
  rule: {
    use: 'files are redrawn in one grey form; until technical sheets are revealed experts see that form under a label',
    breach: 'the panel decides by votes; the platform only lists marks',
    pagesMax: '1 to 1,000',
    marginMm: '0 to 60',
    fonts: 'empty for any; name fonts of Latin letters too',
    sizesPt: 'empty for any; such as 14 or 10.5',
    linesPt: 'empty for any; such as 26. Multiples differ by program and font and cannot be checked',
  },
  choice: {
    use: { NO: 'no', YES: 'yes' },
    breach: { ZERO: 'no technical points', REJECT: 'rejection of the bid', NONE: 'a line in the report' },
  },
}
