/** Reading bills of quantities from .xlsx as a stream. */
package cn.qifeng.trading.tender.sheet;
