/** Use cases of terminals (席位终端用例). */
package cn.qifeng.evaluation.terminal.application;
