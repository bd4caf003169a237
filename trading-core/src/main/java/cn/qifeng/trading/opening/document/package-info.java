/** The opening record as an official document. */
package cn.qifeng.trading.opening.document;
