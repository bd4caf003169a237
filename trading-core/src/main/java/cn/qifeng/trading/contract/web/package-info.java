/** The contract over HTTP. */
package cn.qifeng.trading.contract.web;
