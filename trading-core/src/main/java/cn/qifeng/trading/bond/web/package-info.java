/** What guarantee-bond asks over HTTP. */
package cn.qifeng.trading.bond.web;
