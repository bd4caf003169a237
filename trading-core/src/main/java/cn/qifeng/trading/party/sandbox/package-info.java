/** The sandbox's certificate authority and its demo people; absent in production. */
package cn.qifeng.trading.party.sandbox;
