package cn.qifeng.evaluation.site.domain;

/** Device of a room (席位设备): every seat of the room has it. */
public enum Device {
    /** Computer with two screens (双屏电脑). */
    COMPUTER,
    /** Camera at the seat (席位摄像头). */
    CAMERA,
    /** Headset with microphone (耳麦). */
    HEADSET,
    /** Reader of certificates (CA 锁读卡器). */
    CERTIFICATE_READER,
    /** Gate that compares faces (人脸门禁). */
    FACE_GATE,
    /** Locker for telephones (手机柜). */
    PHONE_LOCKER,
    /** Partition around the seat (隔间). */
    BOOTH
}
