/** What media of an evaluation hall cost, and a whole evaluation in one whose service dies. */
package cn.qifeng.launcher.measure.hall;
