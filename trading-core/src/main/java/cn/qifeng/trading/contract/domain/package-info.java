/** The contract and its rules. */
package cn.qifeng.trading.contract.domain;
