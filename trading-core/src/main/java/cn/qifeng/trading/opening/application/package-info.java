/** The steps of an opening: what the clock drives and what persons do. */
package cn.qifeng.trading.opening.application;
