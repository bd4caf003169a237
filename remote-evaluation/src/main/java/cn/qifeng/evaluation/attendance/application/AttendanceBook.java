package cn.qifeng.evaluation.attendance.application;

/** Port to the office file of an attendance sheet (签到与劳务费表文件). */
@FunctionalInterface
public interface AttendanceBook {

    /** The sheet as .xlsx, ready to print. */
    byte[] of(AttendanceSheet sheet);
}
