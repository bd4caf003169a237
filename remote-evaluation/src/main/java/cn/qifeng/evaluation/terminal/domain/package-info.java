/** What a terminal is and proves (席位终端规则). */
package cn.qifeng.evaluation.terminal.domain;
