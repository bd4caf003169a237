/** Sub-sites hand over what an evaluation left with them, and the main site receives it (副场资料移交与主场接收). */
package cn.qifeng.evaluation.handover;
