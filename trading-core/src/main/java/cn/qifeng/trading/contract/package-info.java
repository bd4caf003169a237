/** Contract (合同) of a lot and the closing of its case. */
package cn.qifeng.trading.contract;
