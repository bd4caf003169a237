package cn.qifeng.evaluation.handover.domain;

/** How the bytes of an item come to the main site (移交方式); stored by name. */
public enum Delivery {
    /** Uploaded to the platform, which keeps them (上传). */
    UPLOADED,
    /** On a disk that is sent; the hash stands for it (介质寄送). */
    CARRIER
}
