package cn.qifeng.evaluation.handover.domain;

/** Kind of what is handed over (移交资料类别); stored by name. */
public enum ItemKind {
    /** An original on paper: its scan is handed over here, the sheets by courier (纸质原件). */
    PAPER,
    /** An electronic document (电子文档). */
    DOCUMENT,
    /** Sound or pictures that the site itself recorded (音视频). */
    MEDIA
}
