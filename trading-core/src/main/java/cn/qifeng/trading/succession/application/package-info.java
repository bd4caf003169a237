/** Declaring a key lost, replacing a set, putting the new one in force. */
package cn.qifeng.trading.succession.application;
