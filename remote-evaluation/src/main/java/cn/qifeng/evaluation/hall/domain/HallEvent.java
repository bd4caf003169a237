package cn.qifeng.evaluation.hall.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.time.Instant;

/**
 * Something that happened at the door of a hall or at a microphone (评标厅事件), kept for the watchers.
 *
 * @param at machine time
 * @param address where the browser is, as the proxy tells; empty when unknown
 */
public record HallEvent(SessionId session, String label, Kind kind, Instant at, String address) {

    /** Sort of a hall event (评标厅事件类型); stored by name and never renamed. */
    public enum Kind {
        /** Came in (进入). */
        JOIN,
        /** Left, or the line is gone (离开). */
        LEAVE,
        /** Came again while its former line was still there, which was ended (重新接入，原连接断开). */
        RECONNECT,
        /** Switched the microphone off (静音). */
        MUTE,
        /** Switched the microphone on (取消静音). */
        UNMUTE,
        /** Switched the camera off, or the line is too bad for it (关闭摄像头). */
        CAMERA_OFF,
        /** Switched the camera on (打开摄像头). */
        CAMERA_ON,
        /** Shows its screen (开始共享屏幕). */
        SCREEN_ON,
        /** Shows its screen no more (结束共享屏幕). */
        SCREEN_OFF,
        /** Sent what it may not, or too much, and was put out (违规信令，被断开). */
        PUT_OUT
    }
}
