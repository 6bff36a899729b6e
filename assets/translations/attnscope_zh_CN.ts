<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source> (random weights)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · near 0: {0:,} · near 1: {1:,} of {2:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {0:g} % clipped at each end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 … 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h3&gt;attnscope {0}&lt;/h3&gt;&lt;p&gt;Shows what a vision network attends to: every channel gate, spatial gate and attention head that ran, found by what it does.&lt;/p&gt;&lt;p&gt;Each layer is proved: its weights are applied by hand and compared with what the network computed.&lt;/p&gt;&lt;p&gt;Attention shows where a network takes its information from. It is not by itself an explanation of the prediction.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A film that steps through the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row of numbers, none of which has a place on the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About attnscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention shows where information comes from; an attribution, what a class&apos;s score depends on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels attend to channels here, over all places at once: no weight belongs to a place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what is marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the picture to pick a query; with the focus on it, the arrow keys move it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: every head from 0 to its own largest weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: one scale for all, {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: the heads of a layer share one scale from 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss a message, close a dialog, or stop what runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download and load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download {0} and load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each channel is weighed along one side of the picture only, so there is no map of both sides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each number weighs one element of one channel, so there is no one map of the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each token has a weight of its own in every channel, so there is no one map of the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the picture from {0}? That site will see that you do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go through its pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I trust this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In lists and views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input size …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard and mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear attention: keys times values are summed over all places first, and no query has weights of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load that network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load with random weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load without its head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load {0} into it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mass shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the classes by them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither is an explanation by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No prediction yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No query of this layer lies there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recorded: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was printed since the engine was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One page that shows the whole pass in any browser, without a connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick a query, in a layer of heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures in pixels, for slides and the web</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proved: weights applied by hand differ from the network by {0:.1e}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proved: weights applied by hand give exactly what the network computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show that channel&apos;s feature map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program ({0}), and it goes on; save your session to be safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread is the standard deviation. Near is at most {0} away: nearly shut, and nearly open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step through the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step through the layers, or move in what has the focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables of the weights, a weight a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That head, in the grid of heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arrays themselves, for numpy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera needs one more package: run pip install &quot;attnscope[camera]&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The details are in {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The frames do not fit in this computer&apos;s memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean is on the scale 0 to 1: divide numbers of 0 to 255 by 255.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture with the attention over it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The standard deviation divides the colours: give numbers above 0, and 1 to leave them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The standard deviation is on the scale 0 to 1: divide numbers of 0 to 255 by 255.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two maps lie on different grids, so there is no difference of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no weights in this view: choose a picture format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no camera: plug one in, or let the program use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture or file in that: drop an image or a checkpoint, or copy a picture and paste it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to save in this view: choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These weights have no place on the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This browser is too old for the page: open it in one of 2023 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This layer is too large for a page: only the class token, or the mean over queries, is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the next control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vector drawings for papers; maps are images in them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vector drawings, to be edited; maps are images in them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a network, line {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after its gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after the gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention of this layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention rollout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>axis {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bare photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before its gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before the gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>borders of the cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel attention · {0} channels · {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel that looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel {0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel {0} · {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel {number} · weight {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels of {0} layers; where several share a pixel, the strongest is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class, line {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click a bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colour map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>combination of heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contour lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contours at 25, 50, 75 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference to the pinned one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>discard ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag a pane&apos;s title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drop a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drop a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drop a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drop class names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drop weights or code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>embedded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en</source>
        <comment>the page&apos;s language by its two letters</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engine {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feature energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>following the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frame {0} / {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>function, line {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gamma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient rollout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input {0} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>integrated gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest of the heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest of {0} heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of the heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of {0} heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean over queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean {0} · spread {1} · smallest {2} · largest {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no weights to be had: random ones only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not seen by the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on its way …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pasted picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place along one side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prepare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query at ({0}, {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query {0} at ({1}, {2})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relevance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale: 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale: all layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale: held at {0:.3g} to {1:.3g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale: this layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale: this map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest of the heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest of {0} heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spatial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spatial attention · {0} × {1} places · {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>squeeze and excitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strongest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strongest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strongest {0:.0%} of the mass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the most probable class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value channel or norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weak: colour is the share of channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weakest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weakest {0:.0%} left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight × feature energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wheel on the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x {0}, y {1} · {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}
channel {1} of {2} · {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}
is being worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}
{1} to {2}: {3:.1%} of the channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be made a folder ({1}): choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be read ({1}): choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} h {1} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no ending that a view can be written in: choose one of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} heads of {1} layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} heads · {1} queries × {2} keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is damaged and was not opened: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no session of attnscope: choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is three numbers, for red, green and blue: 0.485, 0.456, 0.406.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is too large for a session: choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} · {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} to download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} up to this layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was saved by a newer attnscope ({1}) than this one ({2}): install that one to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · feature maps {1}, each in a scale of its own · {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · similarity of the heads: the cosine of their matrices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · weights of shape {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, gamma {1:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, seen by all others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} · head {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} × {columns} cells, at most {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} × {columns} cells, in a scale of its own: {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ ↓ layer · [ ] head · M all heads · C class token · S smooth · O opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ Not recorded: {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ Weights applied by hand differ from the network by {0:.1e}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Album</name>
    <message>
        <source>Looking for pictures in {0} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlbumPanel</name>
    <message>
        <source>Drop a folder, or several pictures at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PICTURES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PICTURES   {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttentionMatrix</name>
    <message>
        <source>; query {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention matrix, rows are queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean over {0} × {1} weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {0} queries × {1} keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query {0} · key {1} · {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{queries} queries, {keys} keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Autosave</name>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last session did not end well: it can be opened as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session cannot be kept safe against a crash: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Camera</name>
    <message>
        <source>The camera cannot be used ({0}): another program may hold it, or it was unplugged.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChannelBars</name>
    <message>
        <source>Channel weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel {number} · {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, and {1} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} channels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChannelPage</name>
    <message>
        <source>Bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars in the network&apos;s order  (B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to pick these channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: over the picture · Ctrl, Shift: several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many channels have a weight of which size  (B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest weight first  (B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel {0} over the picture · click again: off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel {0} over the picture, {1} more picked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sorted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChannelsView</name>
    <message>
        <source>CHANNELS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CHANNELS · {0} LAYERS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels in the network&apos;s order  (B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour: which share of the layer&apos;s channels has a weight of this size, from weak to strong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each row in a scale of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks with gates have it: SE, CBAM, ECA …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One scale for all rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strongest channel first, in each row  (B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network has no channel attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where channels share a pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where channels share a pixel, the strongest is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where channels share a pixel, their mean is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where several channels share a pixel, the strongest is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where several channels share a pixel, their mean is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which share of a layer&apos;s channels is how strong  (B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sorted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strongest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColourBarView</name>
    <message>
        <source>Colour bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour bar: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag an end to change it (↑ ↓, Shift for the low end); double click: as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColourLine</name>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours run from {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find an action or a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What fits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactPart</name>
    <message>
        <source>FEATURE MAPS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature maps as the gate let them through  (G)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature maps as they were before the gate  (G)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PICKED · {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STRONGEST · {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactTiles</name>
    <message>
        <source>Feature maps of channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} channels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>No attention layer ran in this network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing multiplied activations with weights made from activations.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Close this pane; View &gt; Panes opens it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this pane out of the window, or put it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: close this pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: take out of the window, or put back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Panes that share this place</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawingForm</name>
    <message>
        <source>Back to the defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below 1 brings out weak attention, above 1 the strongest alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines at a quarter, a half and three quarters of the scale  (K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent of the values beyond each end of the colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the attention that is shown, the strongest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where one cell ends and the next begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>borders of the cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contour lines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditMenu</name>
    <message>
        <source>Copy the view as a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action or a layer …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every picture and all weights of the whole network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every picture of the layer that is looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the GIF stands at each layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No folder is chosen: name one, or press Choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No format is chosen: check at least one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels of a PNG for an inch; a figure is some 8 inches wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds a frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The colours of text, axes and page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What fills the middle of the window, as it is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the files go; it is made if it is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light, on white</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:g} s a frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} dpi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: it holds every layer, so choose Every layer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>Export every layer …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this view …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export into this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the export is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the export; what is finished stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the files  (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportProcess</name>
    <message>
        <source>The export stopped.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>An export is still running: wait for it, or stop it in the export dialog.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every layer was exported into {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export every layer into this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting every layer into {0} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine runs on {0}: use attnscope export there, or export this view or layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export was stopped; what is finished lies in {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is loaded once more …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture has no layers yet: wait for the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture to export yet: drop one on the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture to save yet: drop one on the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to export yet: wait for the network.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>A network out of your code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class names from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of my own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which network are these weights of?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FitField</name>
    <message>
        <source>How a picture of another shape than the input is made to fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crop: the middle, cut out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letterbox: all of it, with borders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stretch: all of it, squeezed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FitTable</name>
    <message>
        <source>File has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensor&apos;s size: for a convolution output × input channels × rows × columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no place for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:,} fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:,} of another size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:,} that the file lacks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:,} that the network has no place for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (the first {1} are shown)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuessList</name>
    <message>
        <source>A Python file and what in it makes the network, such as net.py:build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another from the list …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It looks like this network:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load as {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My own code …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No known network has tensors of these names and sizes. Which one is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick the network that this file belongs to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which network is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:,} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:,} tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} parameters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadFigures</name>
    <message>
        <source>Figures of the heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadGrid</name>
    <message>
        <source>, {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} × {columns} cells</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadsPage</name>
    <message>
        <source>A head alone: click it, or step with [ and ]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A map for every head at the picked query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every query by every key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads in one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How alike heads are, and how far each looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest weight of all heads, place by place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of all heads  (M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest weight of all heads, place by place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views of the heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadsTab</name>
    <message>
        <source>H: entropy of its weights in nats
d: mean distance to what it looks at, in pixels of the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No place on the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The matrix shows all weights</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadsWall</name>
    <message>
        <source>Every head of every layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers of heads: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeatStrip</name>
    <message>
        <source>Channel weights of every layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} layers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpMenu</name>
    <message>
        <source>About attnscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard and mouse</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistogramView</name>
    <message>
        <source>Histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high} · {what}: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys and what they do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KindChips</name>
    <message>
        <source>List only these layers; press several to list several kinds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>Language: as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerList</name>
    <message>
        <source>No layer has all these words. Esc in the line above clears it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such layer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerMenu</name>
    <message>
        <source>Attention to the picked place instead of from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars in the network&apos;s order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars sorted, the strongest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class token, or mean over queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature map before its gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest of heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go of every pinned place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next layer  (→ or ↓)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next way of showing bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin the picked place, or let go of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous layer  (← or ↑)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest of heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who looks at the place</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerRowModel</name>
    <message>
        <source>Click, or press Space, to fold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click, or press Space, to unfold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was not recorded: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} layers, folded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerSearch</name>
    <message>
        <source>Find layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of the name, the kind or the shape: layer3 0, heads, 14×14  (Esc clears)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerStrip</name>
    <message>
        <source>Steps through the layers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerView</name>
    <message>
        <source>Attention layers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message>
        <source>ATTENTION LAYERS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ATTENTION LAYERS · {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ {0} not recorded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LevelIcon</name>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveFeed</name>
    <message>
        <source>{0} · {1} frames/s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookControls</name>
    <message>
        <source>0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gamma, percentiles, threshold, contours, grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity of the overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity of the overlay  (O, Shift+O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale of the colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth, or the cells as they are  (S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the colours span, from the lowest to the highest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this map</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MakerList</name>
    <message>
        <source>Arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs a value for {0}, such as {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in this file looks as if it made a network: it needs a function or a class for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What makes the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What makes the network?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixTab</name>
    <message>
        <source>Click picks a row · Ctrl+wheel zooms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query {0} → key {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · rows are queries</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkDialogs</name>
    <message>
        <source>Choose a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the picture to the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be downloaded: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkMenu</name>
    <message>
        <source>Choose a network …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class names from a file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of my own …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the picture to the input …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the engine again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop what runs  (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights from a file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network printed …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the fastest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Networks</name>
    <message>
        <source>Loading {0} …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfferChips</name>
    <message>
        <source>List only networks whose weights are on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List only networks with attention layers, or that may have some</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List only networks with this kind of attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights here {0:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with attention {0:,}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfferDetails</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the command: run it in a terminal, then start attnscope again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command that installs it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfferList</name>
    <message>
        <source>Networks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfferModel</name>
    <message>
        <source>Load &quot;{0}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as you typed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code or a file of your own</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfferPicker</name>
    <message>
        <source>1 network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network is called &quot;{0}&quot;. For one of your own, type the file and what makes it: net.py:build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release all chips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search {0:,} networks: resnet se, swin, heads, here … or name your own: net.py:build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {0:,} more that the chips hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chips hide every network that was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of networks is on its way …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:,} networks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenMenu</name>
    <message>
        <source>Open image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open image …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open session …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save session …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverlayMenu</name>
    <message>
        <source>Borders of the cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring out weak attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clip nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clip {0} % at each end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contour lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep 60 % of the attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the strongest alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gamma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale of the colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale: 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale: all layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale: hold what it is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale: this layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale: this map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Go to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureMenu</name>
    <message>
        <source>All its pictures, to go through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame by frame, or played</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open video …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureSources</name>
    <message>
        <source>Fetch it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching the picture: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinRow</name>
    <message>
        <source>Let go of it  (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pin {number} · {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} × {columns} cells, at most {high}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinnedPicture</name>
    <message>
        <source>There is no picture to pin yet: drop one first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinsPart</name>
    <message>
        <source>Let go of all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go of every pinned place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go of the place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin the picked place, to compare it with others  (P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin the place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query at ({0}, {1})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlainPage</name>
    <message>
        <source>Tables of weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>down: {0} · across: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cells, each the mean of a block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1}, {2} {3}: {4}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PredictionBars</name>
    <message>
        <source>Prediction</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PredictionPanel</name>
    <message>
        <source>PREDICTION</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ random head: the features are learnt, the prediction is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ random weights: untrained</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreparationForm</name>
    <message>
        <source>&amp;Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Input size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the network&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean and standard deviation: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red, green and blue, on the scale 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back every change in this form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed; guessed: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed; own: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean {0}
standard deviation {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ guessed: nobody says it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}/s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueryChoice</name>
    <message>
        <source>Back to it from a picked place  (C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a place on the picture to pick it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much every place attends to it  (D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much it attends to every place  (D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean over queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picked {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where it looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who looks at it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Readout</name>
    <message>
        <source>Under the pointer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>Search the networks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Connect again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running the network …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the engine again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the engine …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has not heard that it is to stop: wait for it, or end it with its engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} It was started again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionDialogs</name>
    <message>
        <source>Open session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionOpening</name>
    <message>
        <source>Leave it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run it only if you know what it does. Without it the rest is opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network of this session is made by the code in {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session runs code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of this session is not where it was; the rest was opened.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SimilarityGrid</name>
    <message>
        <source>Similarity of heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine of their attention matrices, 1: the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head {0} and {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} heads</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SimilarityTab</name>
    <message>
        <source>Comparing the heads …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine of matrices, colours from {0} to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One head alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over {0} of the queries, evenly spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to compare it with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entropy of the weights, nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head {0} and {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean attention distance, pixels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SizeField</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of the network&apos;s input, in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of the network&apos;s input, in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows × columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceControls</name>
    <message>
        <source>Both in one picture, parted by a line that can be dragged  (X)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query under the pointer is shown while it moves  (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What lies over the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands beside it, to be compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>split</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceMenu</name>
    <message>
        <source>Beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside it: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class of attributions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard {0} % of the weakest attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over the picture: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin this picture beside the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split the picture between both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the pinned picture away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most probable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceOptions</name>
    <message>
        <source>Class of the attribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the weakest attention that every layer leaves out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class that it is made for; a click on the prediction chooses it too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>discard {0} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the most probable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpatialPage</name>
    <message>
        <source>Not there yet, or this layer has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root mean square over channels of what the weights multiply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The factors of the places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights times energy: how strongly a place goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {0}, column {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} × {1} places · Ctrl and the wheel zoom until the numbers can be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SplitHandle</name>
    <message>
        <source>Drag it, or move it with ← and →. A double click puts it into the middle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line between two pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Ctrl+O opens one · Ctrl+V pastes one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop an image here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture with attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plus, minus and 0 zoom; Shift and arrows point at a place, Return picks it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StagePanel</name>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every channel of every layer  (F4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every head of every layer  (F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture, with what the network attends to  (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after its gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before its gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel {0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StripPanel</name>
    <message>
        <source>STEP THROUGH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STEP THROUGH   {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop what runs  (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no attention found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the engine has stopped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThumbnailModel</name>
    <message>
        <source>{0}  ·  {1} of {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}  ·  {1} × {2} pixels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThumbnailStrip</name>
    <message>
        <source>Pictures of the album</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>The network: choose another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it runs, and in how many bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preparation guessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:,} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ random head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ random weights</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueMap</name>
    <message>
        <source>Map with its values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} × {1} cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} {row}, {columns} {column}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Video</name>
    <message>
        <source>Reading {0} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · frame {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VideoBar</name>
    <message>
        <source>A frame&apos;s number, or a time: 37, 1:02.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames of the film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a frame or a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>Every channel of every layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every head of every layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the pane before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pane: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the panes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WallView</name>
    <message>
        <source>Choose a vision transformer in the Network menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop an image on the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay the photo faintly under every map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No heads with a place on the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every head of every layer  (0); Ctrl and the wheel, + and − zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} heads of {1} layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} layers without a place on the picture are left out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WebPictures</name>
    <message>
        <source>Only addresses that begin with http:// or https:// can be fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture could not be fetched from {0}: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is larger than {0} MB: save it, and drop the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {0}, or no connection to the internet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} did not answer in time: try again, or save the picture and drop the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not give the picture away (HTTP {1}): save it, and drop the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has sent a page, not a picture: copy the picture itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has sent nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} leads to an address that is not safe to fetch.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Layer in detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strip of layers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_GuessRow</name>
    <message>
        <source>≈ names and sizes are alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ names and sizes all match</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source> (does the command ask for a terminal, as with `ssh -t`? leave that out)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (the newest that it wrote is &quot;{0}&quot;)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ({0}, line {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and {0} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> of type {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> to cuda:{0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;--scale held&quot; needs what it holds: add --held LOW,HIGH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{0}&quot; holds what no session can hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 more tensor has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 bits per channel shown as 8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A class is asked for by its number, not by {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A feature map belongs to one channel: name its number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A matrix over {0} tokens takes {1}, which is too much to follow: choose a smaller input size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network for {0} channels has no use for images in colour: it needs 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network needs at least 1 class to name, but got {0}: give another number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the program could not be loaded ({0}): install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture must be (H, W, 3) of eight bits, but this is {0} of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recording already runs in this thread: let it end before starting another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A residual network has no stem {0}: choose {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row belongs to one query: name its number or its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A saved pass has no attribution to a class: export the image with its network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A saved pass holds no feature maps: record it again with its network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A saved pass holds no gradients: record it again with its network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A share from 0 to below 1 of the attention can be discarded, not {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A standard deviation of {0} divides nothing: give numbers above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All these weights need {0}, but {1}: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An input of {0} x {1} pixels is larger than {2}: give a smaller size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An input of {0} x {1} pixels is none: give a size of 1 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An input&apos;s size is rows and columns, in whole pixels, but not {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking for {0} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention flow to each of {0} tokens takes too long: choose rollout, or a smaller input size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attributions need captum, which is not installed: run pip install captum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU, {0} threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to {0} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature maps belong to channels: name their numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame {0} of {1} cannot be decoded: the file is damaged there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grad-CAM needs a feature map inside the network on which the class depends at more than one place, and {0} has none that can be seen: choose integrated gradients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients of a class need a network that returns scores (images, classes), but this one returns something else: give gradients a function of its output that returns one number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients were not asked for: record the pass with gradients=class_number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HF_HUB_OFFLINE is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads can be combined by mean, max or min, not by {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Integrated gradients …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins with {0}: what ran before is no self-attention over the same tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping all attention of this pass would take about {0}, but {1}: layers beyond that are worked out again when they are looked at, which takes a pass each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading {0} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving {0} to {1} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MultiHeadAttention needs Q (B, n_q, d_q_in) of 3 dimensions, but got {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MultiHeadAttention needs sizes of at least 1, but got {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MultiHeadAttention was built for Q, K, V of widths {0}, but got {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer yet from {0}{1}: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection to {0} ({1}): {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection to {0}: what is on this machine already goes on working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file was named: choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gradient comes to this layer: what was asked for does not depend on it, or the network cuts the way after it (detach, no_grad, numbers that are not differentiable): ask for something else, or take the cut away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key lies at row {0}, column {1} of the input: choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No layer has a head {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No layer up to here has attention from one place to another: choose a later one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network is loaded yet: load one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture is pinned beside this one: pin one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No query lies at row {0}, column {1} of the input: choose one by its number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No query of this layer lies there: click another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been recorded yet: open a picture first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the part of {0} that sees was loaded ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query {0} is padding, which has no part in the image: choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {0} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running the network with gradients …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several classes are called {0}: give the number of one ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SpatialAttention needs an odd kernel size such as 3 or 7, but got {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The GPU&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cache of the Hugging Face hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The config.json of {0} says what no network can be ({1}): mend it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration of {0} has no {1}: it has {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {0} broke off after {1} of {2} bytes: try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device {0} is not to be had here ({1}): choose auto or cpu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, in {0}: make room there and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The edit of {0} has no place {1}: its weights are ({2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine could not be started with {0} ({1}): {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine could not be started with {0}: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine holds no pass {0}: ask for none, or for &apos;beside&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine knows no request {0}: window and engine must be of the same version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine on {0} is of another version (attnscope {1}, protocol {2}) than this window (attnscope {3}, protocol {4}): {5}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine {0}: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine&apos;s answer could not be read: {0}{1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine&apos;s command is empty: name one, as in {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine&apos;s command {0} cannot be read ({1}): write it as in {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine&apos;s command {0} has a quotation without an end: close it, as in {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The error of this layer was not known when the pass was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {0} cannot be read: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {0} holds no weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {0} lacks {1}, a part of its weights: copy it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {0} must not be read by you: change its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The frames of {0} are too large: make them smaller first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function given as gradients must return one number, as a tensor that torch made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels file {0} cannot be read ({1}): choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels file {0} holds no names: write one class name in each line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels file {0} is no JSON list of names, nor numbered from 0 on: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels file {0} is no JSON that can be read ({1}): {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels file {0} is no text in UTF-8: save it as that, or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link to {0} is broken: it {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network ended the program (sys.exit), which was not let happen: take that out of its code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has changed since this pass was recorded: record it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network itself was not called in this recording, or only inside of torch.vmap, so its pass cannot be run again: use record(model, x).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network knows no class {0}: give its number, or another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network was changed from training to evaluation or back since: record the pass again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network works without gradients where it applies these weights (no_grad, inference_mode or a reentrant checkpoint inside of it, a scripted module, vmap): take that away for this pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network wrote over the values of this layer, so its gradients cannot be worked out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network wrote over these weights while it ran: record the pass once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network&apos;s load_state_dict()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network&apos;s state_dict()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network, run once more to find this out,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output of this pass was written over since, so that nobody can tell whether the network is still the same: record it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pasted image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The position embeddings were stretched to {0} x {1} pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queries of this layer have no place on the image: ask where they look, not who looks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request could not be read: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request to load a network cannot be read: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The residual network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tokens of {0} have no place on the image, so that nothing can be laid out there: choose another layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tour network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tour network needs images (B, 3, {0}, {1}), but got {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tour network takes no arguments and is never random: name it tour alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tour network takes {0} x {1} pixels alone: leave out the size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trace cannot be written to {0}: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of timm/{0} are not on this machine yet: add --download to fetch them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of {0} are not on this machine: add --download to fetch them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of {0} cannot be edited: its network writes over them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of {0} cannot be read ({1}): copy or fetch them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of {0} do not fit its config.json, as {1} {2}: copy both again from one place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of {0} hold more than weights ({1}), which is not read: save the weights alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of {0} hold no head that fits: the predictions mean nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights {0} of {1} are for {2} classes, not {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights {0} of {1} are not on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights {0} of {1} {2}{3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} has {1} numbers: give one for red, green and blue each, or one for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} holds something that is no number: give numbers on the scale 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} is no text but {1}: give a name or a path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no residual networks with {0} gates: choose {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no tour weights at {0}: train them with attnscope train-tour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no GPU {0} here: choose cuda:0 to cuda:{1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no GPU {0} here: choose cuda:0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no Python file {0}: check its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no Python file {0}: check the path in front of the colon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no channel {0}: {1} has channels 0 to {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no class {0} to take gradients of: this network has classes 0 to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no class {0}: the network has classes 0 to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no class {0}: this network has classes 0 to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no device {0}: choose auto, cpu, cuda, cuda:N or mps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file of weights {0}: check its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {0}: it may have been moved or renamed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no frame in {0}: copy or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no head {0}: this layer has heads 0 to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key {0}: this layer has keys 0 to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no labels file {0}: check its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layer {0} to edit; near it: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layer {0}: near it are {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layer {0}: this pass has {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture in {0}: choose a folder with JPEG, PNG or the like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture to record: open one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no precision {0}: choose {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no query {0}: this layer has queries 0 to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no video in {0}, only sound or text: choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no way to fit a picture called {0}: choose {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {0} in {1}: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {0} with {1}: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {0}/resnet{1}: choose a depth of {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There {0} for {1} classes, so none is shown: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These weights are for {0} classes: the head for {1} is random.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These weights are not in the file: save the pass again where it was recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This failed with {0}: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This layer is a gate and has no heads, queries or keys: look at its weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network returns no scores of classes, so nothing speaks for one: load a network that tells classes apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network&apos;s gradients cannot be worked out: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This trace was closed before that was asked for: ask before closing it, or record the pass again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos need one more package: run pip install &quot;attnscope[video]&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {0} says of preparing pictures cannot be done ({1}): mend it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working out the flow of attention …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a transformers checkpoint{0}: open the folder that it came in, with its config.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all names match, some shapes differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object of type {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applied as a mean: divided by the {0} keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applies weights inside of torch.vmap in a way that cannot be read: call the network on the whole batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are not in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are not on this machine: add --download to fetch them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are of another size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are {0} class names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask for row(head, query), for matrix(head), or record with a larger budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begins with nothing but zeros: its download broke off, start it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>built alike: the names agree, the shapes do not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check that you may run that program there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check the host&apos;s name and port, and that it lets anybody log in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check the name of the host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check the network and the name of the host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose a file made with torch.save(net.state_dict(), ...) or a safetensors file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose one from 1 to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose resnet18, 34, 50 or 101</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose the file of the network before it was quantised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose the size of this architecture that it was trained as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.json lies beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not run in this pass: give an input, or switch to a setting, that leads through it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did you mean {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropout is on: the weights are those before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each query samples keys of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>einsum of three tensors at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended with status {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first of {0} frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first of {0} pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for an input of {0} x {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for an input or windows of another size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forms a {0} and sums it later in a way that cannot be read: write it as a matrix product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the file of labels that belongs to these weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the file with the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give them defaults, or values behind a &apos;?&apos;, as in ?{0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go on without its head (--skip-head)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradients takes a class number, or one for each of the {0} images, but got {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guessed places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half of the free memory is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half of the free memory is {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has been silent for too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hf/{0} is not on this machine yet: add --download to fetch it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds more than weights ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the module {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inside of a scripted module: which of its parts this is cannot be told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>install attnscope there, or name its full path in the command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>install attnscope {0} on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>install attnscope {0} there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>install it with pip install &quot;attnscope[{0}]&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>install it, or mend the command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is 1 class name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a GGUF file, which cannot be read here: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a JSON file that lists no shards (weight_map): choose the file of weights beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a Keras model, which cannot be read here: make a checkpoint with {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a NumPy array, not a checkpoint: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a PDF document, not a checkpoint: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a TorchScript program, not a checkpoint: save the weights in it with torch.save(torch.jit.load(FILE).state_dict(), ...)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a document of an office program, not a checkpoint: choose a file of weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a file of TensorFlow or Keras (HDF5), which cannot be read here: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a model of TensorFlow, which cannot be read here: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a text file, not a checkpoint: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a web page, not a checkpoint: download it again, by the address of the file itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is an ONNX model, which cannot be read here: choose the checkpoint that it was exported from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is an archive (7z): unpack it, and choose the file of weights in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is an archive (RAR): unpack it, and choose the file of weights in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is an archive (tar): unpack it, and choose the file of weights in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is an archive of NumPy arrays, not a checkpoint: make one with {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is an archive of other files, not a checkpoint: unpack it, and choose the file of weights in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is an exported program (torch.export), not a checkpoint: save the weights in it with torch.save(torch.export.load(FILE).state_dict, ...)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is an image, a sound or a film, not a checkpoint: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is an image, not a checkpoint: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is compressed (bzip2): unpack it, and choose the file of weights in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is compressed (gzip): unpack it, and choose the file of weights in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is compressed (xz): unpack it, and choose the file of weights in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is compressed (zstd): unpack it, and choose the file of weights in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is damaged or no checkpoint: copy or download it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not written as torch writes weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is of another size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is only a Git LFS pointer: fetch the real file with git lfs pull</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is scripted and could not be run once more to be watched: record the network before it is scripted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it defines nothing that could make a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no head for classes: go on without it (--skip-head).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has the same sizes under other names, from another implementation of this architecture: choose the network of the library that wrote it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {0} blocks in {1} where the network has {2}: {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {0} classes where the network has {1}: build the network for {2}, or {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {0} where this network has {1}: choose the network with it, as it was trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is inside of a scripted module: edit the network before it is scripted or traced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is of another architecture: choose the network that it was trained as.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it lacks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it lacks a part of the head ({0}): choose the network without it, or {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it lacks the auxiliary classifiers, which only training uses: go on without them (--skip-head).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it lacks {0}: choose the network without it, as it was trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it lacks {0}: choose the network without it, or save the file again, whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it may ask for a password in the terminal, or not start `attnscope engine`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it may have moved: fetch it by hand, and give its path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it needs a Mac with an Apple chip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it runs inside of torch.vmap, where nothing can be put in its place: call the network on the whole batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it takes images of {0} where the network takes {1}: build the network for {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it takes none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it takes num_classes and stem (imagenet or cifar)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it takes {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was saved while it was pruned: make that permanent with torch.nn.utils.prune.remove, and save it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was trained at another input size ({0}): give --size {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was trained at another input size ({0}: {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its head is built in another way: build the network with that head, or {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its weight_map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its widths differ throughout ({0}): {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its windows are of another size ({0}): choose the variant that it was trained as.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its windows are {0}: choose the variant with such windows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its {0} is of another type of numbers, as in a quantised file: choose the original one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its {0} is {1}: choose the variant that it was trained as.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave --head out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out in {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out of the file, as the network has no such part: {0}{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>let the command end with `attnscope engine`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log in once with the same command in a terminal, and set up a key for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looks like attention by its name, ran, and was not seen weighing anything: look at its code or tell us of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>many of the names and shapes agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most of the names and shapes agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nested weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no GPU that torch can use was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no format was named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not bounded: what a linear map gave, as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not kept, for want of memory: worked out again when it is looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not normalised to a sum of 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing on this feature map speaks for the class: all of it is 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers {0} to {1} shown as black to white</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of another size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of another size are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {0} tensors {1}: choose the version of this architecture that it was trained as.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>product of attention weights and values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quantised weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queries and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ran in another thread, where nothing is recorded: run it in the thread that records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save it again from a network that is not on the device meta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save it again with dense ones (tensor.to_dense())</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save it again with plain tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search it with attnscope models &quot;timm WORDS&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sparse weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start it, or mend its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes no more requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the auxiliary classifiers, which only training uses, were left as they were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the averaged (EMA) copy of the weights was taken: {0}, not {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the budget is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the budget is {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the command {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the engine talks to a window in bytes, and this is a terminal: give the command to `attnscope --engine &quot;ssh HOST attnscope engine&quot;`, without -t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file holds more than one copy of the network: {0} was taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the head was left out: it stays as it was, and the prediction means nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network that is loaded now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture is too large for the memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pixels add up to {0} in {1} steps, and the score changes by {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the position embeddings were stretched to the input&apos;s size, as timm does it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the teacher&apos;s weights were taken, not the student&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole network lies in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no hello in its first {0} KiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this machine has no network connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this torch is built for the CPU only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this torch is built without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timm has no network {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timm is not installed: run pip install &quot;attnscope[timm]&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timm publishes no weights for {0}: give a checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timm publishes none for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timm&apos;s {0} is not taken here: a whole network is shown, with the weights that you name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timm/{0} has no weights {1}: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timm/{0} is no network of timm&apos;s own: for one of the hub write hf/ORG/NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>torchvision has no network {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>torchvision publishes no weights for {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>torchvision publishes no weights for {0}: give a checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>torchvision.models.list_models() lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>torchvision/{0} cuts {1} x {2} patches, and {3} is no multiple: give {4}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>torchvision/{0} has no weights {1}: it has {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>torchvision/{0} takes square inputs only, not {1} x {2}: give one size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tour network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transformers is not installed: run pip install &quot;attnscope[hf]&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transparent parts on white</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try again later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try the same command in a terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turned as its EXIF orientation says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown to the network are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uses an {0}, which never forms weights: write it as one product after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uses the operation {0}, whose weights cannot be seen: switch it to eager or sdpa attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was made for {0} x {1} pixels and does not take {2} x {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was traced into torch&apos;s fast path {0}, which shows no weights: call torch.backends.mha.set_fastpath_enabled(False) before tracing it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights without values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what depends on the input&apos;s size is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is on this machine already goes on working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which matrices belong to which image, window and head was told from their number alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write [&quot;first class&quot;, &quot;second class&quot;, ...]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write its whole path, `~` is not replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (layer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ({1} tensor)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ({1} tensors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} came from {1} with other contents than it must have: try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be edited, since {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be kept on this disk ({1}): make room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be looked up ({1}): check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be made a folder ({1}): choose another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}): choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read as JSON ({1}): copy or fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read as a trace: choose a file that attnscope wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read behind its &apos;?&apos;: write NAME?depth=50&amp;num_classes=10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be recorded by a saved pass: name the network with --model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be written to ({1}): check the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot divide {1} channels by {2}: choose a reduction that divides {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot reduce {1} channels by {2}: choose a reduction of at most {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot take an input of {1} x {2} pixels ({3}): choose the size that it was made for (--size).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} claims more memory than there is: it is damaged, download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} colours shown as RGB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be written ({1}): choose another folder, or make room on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} did not give {1} (HTTP {2}): try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} did not start an engine: there is only other text (the newest is {1}); let the command end with `attnscope engine`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} did not start an engine: {1}; {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not fit in this computer&apos;s memory: close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not fit in this computer&apos;s memory: make it smaller first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not fit in this computer&apos;s memory: open a smaller one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not fit or is damaged ({1}): delete it, and add --download.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not fit this network: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not look at the tokens that it looks from, so that nothing can be followed: choose another layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ended the program (sys.exit): keep that under `if __name__ == &apos;__main__&apos;`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} failed with TypeError: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} failed with {1}: {2}{3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} files in {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no place on the image: its weights belong to channels or learned tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no weights {1}: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no {1} for us (HTTP {2}): {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no {1}, or it is private: check its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has one frame only: open it as a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has one set of weights, and none called {1}: leave the name out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has weights without values (on the device meta): let its code make them on the CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has {1} megapixels, and at most {2} can be opened: make it smaller first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds an object of a class that is not here ({1}): install what has it, or save the weights alone where they were trained, with torch.save(net.state_dict(), ...).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds no network of transformers, for want of a {1}: give the folder that does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds no weights by name: choose a file made with torch.save(net.state_dict(), ...).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds no weights of the tour network: choose the file that train-tour wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds no weights that timm reads: choose others of its weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds several checkpoints ({1}): choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds weights alone: name their network as MODEL, and the file as its --weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds {1} ({2}): {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in one place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in {1} places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a HEIC photo, which cannot be opened here: save it as JPEG first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a checkpoint of many processes: make one file of it with python -m torch.distributed.checkpoint.format_utils dcp_to_torch FOLDER FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a device or a pipe, not a file: choose an image file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a folder without a checkpoint: choose a file of weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a folder: choose an image inside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a gate: give its edit a number, not {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a network already, which takes no arguments: leave out what follows the &apos;?&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is damaged or broken off: copy or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is empty (0 bytes): copy or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is given to those only who agreed to its terms: do so at {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no JSON object: copy or fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no Python that can be read ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no Python that can be read ({1}, line {2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no colour map: choose one of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no edit: give attnscope.Edit(layer, index, value).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no file: choose a file of weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no https address: fetch the file by hand, and give its path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no image that can be opened here: choose a JPEG, PNG, WebP, GIF, TIFF or BMP file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no labels file: choose a text with one class name in each line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no name on {1}: write ORG/NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no network that is known here: {1} are understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no query: write ROW,COLUMN of the network&apos;s input, or a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no range: the first number must be the smaller one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no range: write LOW,HIGH such as 0,0.05</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no recorded layer; near it: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no size: write 384, or ROWSxCOLUMNS such as 224x320</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no trace, or a damaged one: choose a file that attnscope wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no video that can be opened here, or it is damaged: convert it to MP4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not fetched while HF_HUB_OFFLINE is set: unset it, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not three numbers: write 0.485,0.456,0.406</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is of the type {1}, which this version of transformers does not know: update it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is of type {1}: name a function or a class that makes the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} keeps a tensor on another device than its weights{1}: make it a parameter or a buffer (register_buffer), so that it moves along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} lacks {1}, which {2} says it has: download both again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} lies outside of the network&apos;s input, which has {1} rows and {2} columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} megapixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} memory is full, and nothing was changed: choose a smaller network or input, or another device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more tensors have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} must not be read by you: change its permissions, or copy it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} names a shard outside its folder ({1}): download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} names no classes: what looks like a prediction is what it makes of the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needs Python code of its own, which is not run: build it in a file, and load that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needs Q (B, n_q, d_q), K (B, n_k, d_k) and V (B, n_k, d_v), but {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needs Q, K and V of one batch size, but {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needs a mask of bool (True: may attend) or of float (added), but got {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needs a mask that fits its scores ({1}), but got {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needs arguments ({1}): {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needs at least 1 channel and a reduction of at least 1, but got {1} and {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needs at least one key, but {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needs feature maps {1} with at least one position, but got {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needs feature maps {1}, but got {2} dimensions: {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needs one value per key, but has {1} keys and {2} values: {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needs queries and keys of one width, but got Q {1} and K {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needs the module {1}, which is not to be found: install it or mend the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needs the name of what makes the network: {1}:NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needs {1}{2} beside it: download what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} no place in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of the file: left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} on the hub holds no network of transformers, for want of a {1}: choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} on the hub holds no weights that torch reads: choose another network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} returned {1}: let it return the network, a torch.nn.Module.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} takes more than an image, or none: choose a network for images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} takes no argument {1}: it takes {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} takes no argument {1}: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} takes no input: let its forward take a batch of images (1, 3, rows, columns).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} tokens, here {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} wants images of {1} channel, and a picture has 3 (red, green, blue): load a module that makes {2} of them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} wants images of {1} channels, and a picture has 3 (red, green, blue): load a module that makes {2} of them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} wants {1} inputs ({2}), and a picture is one: give the others defaults, or load a module that supplies them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was built for {1} channels, but got {2}: {3} is not {4}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was packed again with compression: unpack it with torch.load, and write it with torch.save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was written by another version of attnscope: open it with that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} weighs no channels, so it has no bars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} weighs no channels, so it has no feature map of one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} weighs no channels, so it has no feature maps of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} weighs no places, so its features have no energy to be weighed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} where the network&apos;s is {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} works out gradients in its forward, and is run without: put that under `torch.enable_grad()`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} works without gradients inside (no_grad, inference_mode, detach), so no class can be attributed to its input: take that away for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} x {1} patches, here {2} x {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} x {1} where the network&apos;s are {2} x {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1} is out of reach: choose a number from {2} to {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1}, and reading it could run code: if you know who made it, use --trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1}: leave the size out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, here {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, of another type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, on an input of {1},</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: add --download to fetch them{1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: choose any of {1}, with commas between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: give --size {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: give a checkpoint with {1} classes, or leave the weights random.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: give the --size that it was trained at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: its rounding is the error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}, here {2}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
