package cn.qifeng.evaluation.handover.domain;

/**
 * What an item of a handover is about (移交资料事项); stored by name. A list and no free text: so nothing that could name
 * people or a project comes into the chain by a sub-site's hand.
 */
public enum ItemMatter {
    /** Attendance and seat cards (签到与席位单). */
    SIGN_IN,
    /** Records of identity checks (身份核验记录). */
    ID_CHECK,
    /** Register of phones and other devices that were locked away (通讯设备封存登记). */
    DEVICE_LOCK,
    /** Record of the site's witness (现场见证记录). */
    WITNESS,
    /** Cameras of the site (场所监控). */
    ROOM_CAMERA,
    /** Anything else (其他). */
    OTHER
}
