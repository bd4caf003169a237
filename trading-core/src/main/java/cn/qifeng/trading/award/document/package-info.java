/** The notice of award as PDF. */
package cn.qifeng.trading.award.document;
