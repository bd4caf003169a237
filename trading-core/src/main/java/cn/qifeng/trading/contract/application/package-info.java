/** Use cases of the contract. */
package cn.qifeng.trading.contract.application;
