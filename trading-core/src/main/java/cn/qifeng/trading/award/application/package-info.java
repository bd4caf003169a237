/** Use cases of the award. */
package cn.qifeng.trading.award.application;
