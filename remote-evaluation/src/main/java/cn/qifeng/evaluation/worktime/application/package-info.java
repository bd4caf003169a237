/** Use cases of members who ask for more time, and of the host who sets it. */
package cn.qifeng.evaluation.worktime.application;
