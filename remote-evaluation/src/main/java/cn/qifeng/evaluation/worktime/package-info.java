/** Evaluation time (评标时间): until when a panel may work, and more of it where the members ask for more. */
package cn.qifeng.evaluation.worktime;
