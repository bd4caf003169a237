/** Telling guarantee-bond. */
package cn.qifeng.trading.bond.application;
