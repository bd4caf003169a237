/** Use cases of the re-review. */
package cn.qifeng.trading.rework.application;
