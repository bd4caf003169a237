/** The drill that starts trading-core as production does, with wrong settings and with right ones. */
package cn.qifeng.launcher.measure.production;
