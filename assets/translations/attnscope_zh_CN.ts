<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source> (random weights)</source>
        <translation>（随机权重）</translation>
    </message>
    <message>
        <source> · near 0: {0:,} · near 1: {1:,} of {2:,}</source>
        <translation> · 接近 0：{0:,} · 接近 1：{1:,}，共 {2:,}</translation>
    </message>
    <message>
        <source>, {0:g} % clipped at each end</source>
        <translation>，两端各截断 {0:g} %</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 到 1</translation>
    </message>
    <message>
        <source>1 head</source>
        <translation>1 个头</translation>
    </message>
    <message>
        <source>1 … 9</source>
        <translation>1 … 9</translation>
    </message>
    <message>
        <source>&lt;h3&gt;attnscope {0}&lt;/h3&gt;&lt;p&gt;Shows what a vision network attends to: every channel gate, spatial gate and attention head that ran, found by what it does.&lt;/p&gt;&lt;p&gt;Each layer is proved: its weights are applied by hand and compared with what the network computed.&lt;/p&gt;&lt;p&gt;Attention shows where a network takes its information from. It is not by itself an explanation of the prediction.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;attnscope {0}&lt;/h3&gt;&lt;p&gt;显示视觉网络在注意什么：运行过的每个通道门控、空间门控和注意力头，都按其实际作用找出。&lt;/p&gt;&lt;p&gt;每一层都经过验证：把权重手动作用一遍，再与网络的计算结果比较。&lt;/p&gt;&lt;p&gt;注意力说明网络从哪里取得信息，它本身并不是对预测的解释。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>A film that steps through the layers</source>
        <translation>逐层播放的动图</translation>
    </message>
    <message>
        <source>A row of numbers, none of which has a place on the picture.</source>
        <translation>一行数字，其中没有一个在图片上有位置。</translation>
    </message>
    <message>
        <source>About attnscope</source>
        <translation>关于 attnscope</translation>
    </message>
    <message>
        <source>Attention shows where information comes from; an attribution, what a class&apos;s score depends on.</source>
        <translation>注意力说明信息来自哪里；归因说明类别得分取决于什么。</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Channels attend to channels here, over all places at once: no weight belongs to a place.</source>
        <translation>这里是通道注意通道，同时作用于所有位置：没有权重属于某个位置。</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Choose what is marked</source>
        <translation>选择标出的项</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>清空此列表</translation>
    </message>
    <message>
        <source>Click the picture to pick a query; with the focus on it, the arrow keys move it.</source>
        <translation>点击图片选取查询；焦点在图片上时，用方向键移动。</translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Colours: every head from 0 to its own largest weight</source>
        <translation>颜色：每个头从 0 到自己的最大权重</translation>
    </message>
    <message>
        <source>Colours: one scale for all, {0} to {1}</source>
        <translation>颜色：全部共用一个色阶，{0} 到 {1}</translation>
    </message>
    <message>
        <source>Colours: the heads of a layer share one scale from 0</source>
        <translation>颜色：同层的头共用一个从 0 起的色阶</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Ctrl + 滚轮</translation>
    </message>
    <message>
        <source>Dismiss a message, close a dialog, or stop what runs</source>
        <translation>关闭消息或对话框，或停止正在运行的任务</translation>
    </message>
    <message>
        <source>Download and load</source>
        <translation>下载并加载</translation>
    </message>
    <message>
        <source>Download them</source>
        <translation>下载权重</translation>
    </message>
    <message>
        <source>Download {0} and load</source>
        <translation>下载 {0} 并加载</translation>
    </message>
    <message>
        <source>Each channel is weighed along one side of the picture only, so there is no map of both sides.</source>
        <translation>每个通道只沿图片的一条边加权，因此没有两条边的热力图。</translation>
    </message>
    <message>
        <source>Each number weighs one element of one channel, so there is no one map of the picture.</source>
        <translation>每个数只给一个通道的一个元素加权，因此没有整张图片的热力图。</translation>
    </message>
    <message>
        <source>Each token has a weight of its own in every channel, so there is no one map of the picture.</source>
        <translation>每个 token 在每个通道里各有权重，因此没有整张图片的热力图。</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Fetch the picture from {0}? That site will see that you do.</source>
        <translation>要从 {0} 获取图片吗？该网站会知道您获取了图片。</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>伽马</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>继续使用</translation>
    </message>
    <message>
        <source>Go through its pictures</source>
        <translation>浏览其中的图片</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>Grad-CAM at {0}.</source>
        <translation>Grad-CAM 取自 {0}。</translation>
    </message>
    <message>
        <source>Half precision</source>
        <translation>半精度</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>注意力头</translation>
    </message>
    <message>
        <source>I trust this file</source>
        <translation>我信任此文件</translation>
    </message>
    <message>
        <source>In lists and views</source>
        <translation>在列表和视图中</translation>
    </message>
    <message>
        <source>Input size …</source>
        <translation>输入尺寸…</translation>
    </message>
    <message>
        <source>Keyboard and mouse</source>
        <translation>键盘与鼠标</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Linear attention: keys times values are summed over all places first, and no query has weights of its own.</source>
        <translation>线性注意力：先在所有位置上求键乘值之和，查询没有自己的权重。</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>加载</translation>
    </message>
    <message>
        <source>Load that network</source>
        <translation>加载该网络</translation>
    </message>
    <message>
        <source>Load with random weights</source>
        <translation>以随机权重加载</translation>
    </message>
    <message>
        <source>Load without its head</source>
        <translation>不带分类头加载</translation>
    </message>
    <message>
        <source>Load {0} into it</source>
        <translation>把 {0} 加载进去</translation>
    </message>
    <message>
        <source>Mass shown</source>
        <translation>显示份额</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>鼠标</translation>
    </message>
    <message>
        <source>Move the pane</source>
        <translation>移动面板</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>移动图片</translation>
    </message>
    <message>
        <source>Name the classes by them</source>
        <translation>用它们命名类别</translation>
    </message>
    <message>
        <source>Neither is an explanation by itself.</source>
        <translation>两者本身都不是解释。</translation>
    </message>
    <message>
        <source>No prediction yet</source>
        <translation>还没有预测</translation>
    </message>
    <message>
        <source>No query of this layer lies there.</source>
        <translation>此层没有查询在那里。</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>Not recorded: {0}</source>
        <translation>未记录：{0}</translation>
    </message>
    <message>
        <source>Nothing was printed since the engine was started.</source>
        <translation>引擎启动以来没有输出任何内容。</translation>
    </message>
    <message>
        <source>On the CPU</source>
        <translation>在 CPU 上</translation>
    </message>
    <message>
        <source>One page that shows the whole pass in any browser, without a connection</source>
        <translation>一个网页，在任何浏览器中离线显示整次运行</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Pick a query, in a layer of heads</source>
        <translation>在多头层中选取查询</translation>
    </message>
    <message>
        <source>Pictures in pixels, for slides and the web</source>
        <translation>像素图片，用于幻灯片和网页</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Proved: weights applied by hand differ from the network by {0:.1e}</source>
        <translation>已验证：手动作用权重的结果与网络相差 {0:.1e}</translation>
    </message>
    <message>
        <source>Proved: weights applied by hand give exactly what the network computed</source>
        <translation>已验证：手动作用权重的结果与网络的计算完全一致</translation>
    </message>
    <message>
        <source>Recent pictures</source>
        <translation>最近的图片</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>色阶</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show that channel&apos;s feature map</source>
        <translation>显示该通道的特征图</translation>
    </message>
    <message>
        <source>Show what differs</source>
        <translation>显示差异</translation>
    </message>
    <message>
        <source>Show what is here</source>
        <translation>显示本机已有的</translation>
    </message>
    <message>
        <source>Smaller input</source>
        <translation>更小的输入</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Something went wrong inside the program ({0}), and it goes on; save your session to be safe.</source>
        <translation>程序内部出错（{0}），程序会继续运行；请保存会话以防万一。</translation>
    </message>
    <message>
        <source>Spread is the standard deviation. Near is at most {0} away: nearly shut, and nearly open.</source>
        <translation>离散度是标准差。接近是指相差至多 {0}：几乎关闭，几乎打开。</translation>
    </message>
    <message>
        <source>Step through the layers</source>
        <translation>逐层切换</translation>
    </message>
    <message>
        <source>Step through the layers, or move in what has the focus</source>
        <translation>逐层切换，或在有焦点的部件中移动</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Tables of the weights, a weight a row</source>
        <translation>权重表，每行一个权重</translation>
    </message>
    <message>
        <source>That head, in the grid of heads</source>
        <translation>该头，在注意力头网格中</translation>
    </message>
    <message>
        <source>The arrays themselves, for numpy</source>
        <translation>数组本身，供 numpy 使用</translation>
    </message>
    <message>
        <source>The camera needs one more package: run pip install &quot;attnscope[camera]&quot;.</source>
        <translation>摄像头还需要一个软件包：请运行 pip install &quot;attnscope[camera]&quot;。</translation>
    </message>
    <message>
        <source>The details are in {0}.</source>
        <translation>详情见 {0}。</translation>
    </message>
    <message>
        <source>The frames do not fit in this computer&apos;s memory.</source>
        <translation>这些帧放不进本机内存。</translation>
    </message>
    <message>
        <source>The mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>The mean is on the scale 0 to 1: divide numbers of 0 to 255 by 255.</source>
        <translation>均值以 0 到 1 为范围：请把 0 到 255 的数除以 255。</translation>
    </message>
    <message>
        <source>The picture with the attention over it</source>
        <translation>叠加了注意力的图片</translation>
    </message>
    <message>
        <source>The standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>The standard deviation divides the colours: give numbers above 0, and 1 to leave them.</source>
        <translation>颜色要除以标准差：请给出大于 0 的数，填 1 则颜色不变。</translation>
    </message>
    <message>
        <source>The standard deviation is on the scale 0 to 1: divide numbers of 0 to 255 by 255.</source>
        <translation>标准差以 0 到 1 为范围：请把 0 到 255 的数除以 255。</translation>
    </message>
    <message>
        <source>The two maps lie on different grids, so there is no difference of them.</source>
        <translation>两张热力图的网格不同，因此没有差值。</translation>
    </message>
    <message>
        <source>There are no weights in this view: choose a picture format.</source>
        <translation>此视图中没有权重：请选择图片格式。</translation>
    </message>
    <message>
        <source>There is no camera: plug one in, or let the program use it.</source>
        <translation>没有摄像头：请接上一个，或允许程序使用它。</translation>
    </message>
    <message>
        <source>There is no picture or file in that: drop an image or a checkpoint, or copy a picture and paste it.</source>
        <translation>其中没有图片或文件：请拖入图片或检查点，或复制图片后粘贴。</translation>
    </message>
    <message>
        <source>There is nothing to save in this view: choose another one.</source>
        <translation>此视图中没有可保存的内容：请选择其他视图。</translation>
    </message>
    <message>
        <source>These weights have no place on the picture.</source>
        <translation>这些权重在图片上没有位置。</translation>
    </message>
    <message>
        <source>This browser is too old for the page: open it in one of 2023 or later.</source>
        <translation>此浏览器太旧，打不开本页：请用 2023 年或更新的浏览器。</translation>
    </message>
    <message>
        <source>This layer is too large for a page: only the class token, or the mean over queries, is here.</source>
        <translation>此层太大，放不进网页：这里只有类别 token，或查询的均值。</translation>
    </message>
    <message>
        <source>Through {0} layers, from {1} to {2}.</source>
        <translation>经过 {0} 层，从 {1} 到 {2}。</translation>
    </message>
    <message>
        <source>To the next control</source>
        <translation>到下一个控件</translation>
    </message>
    <message>
        <source>Vector drawings for papers; maps are images in them</source>
        <translation>矢量图，用于论文；热力图以图像嵌入</translation>
    </message>
    <message>
        <source>Vector drawings, to be edited; maps are images in them</source>
        <translation>矢量图，可编辑；热力图以图像嵌入</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>What the network printed</source>
        <translation>网络输出的内容</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>整张图片</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>在指针处缩放</translation>
    </message>
    <message>
        <source>a network, line {0}</source>
        <translation>网络，第 {0} 行</translation>
    </message>
    <message>
        <source>after its gate</source>
        <translation>门控之后</translation>
    </message>
    <message>
        <source>after the gate</source>
        <translation>门控之后</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>arrow keys</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>as exported</source>
        <translation>按导出时</translation>
    </message>
    <message>
        <source>attention flow</source>
        <translation>注意力流</translation>
    </message>
    <message>
        <source>attention not known</source>
        <translation>注意力未知</translation>
    </message>
    <message>
        <source>attention of this layer</source>
        <translation>此层的注意力</translation>
    </message>
    <message>
        <source>attention rollout</source>
        <translation>注意力 rollout</translation>
    </message>
    <message>
        <source>axis {0}</source>
        <translation>轴 {0}</translation>
    </message>
    <message>
        <source>bare photo</source>
        <translation>原始照片</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>条形图</translation>
    </message>
    <message>
        <source>before its gate</source>
        <translation>门控之前</translation>
    </message>
    <message>
        <source>before the gate</source>
        <translation>门控之前</translation>
    </message>
    <message>
        <source>borders of the cells</source>
        <translation>单元格边界</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>cell</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>channel attention · {0} channels · {1}</source>
        <translation>通道注意力 · {0} 个通道 · {1}</translation>
    </message>
    <message>
        <source>channel looked at</source>
        <translation>被注意的通道</translation>
    </message>
    <message>
        <source>channel that looks</source>
        <translation>发出注意的通道</translation>
    </message>
    <message>
        <source>channel {0} {1}</source>
        <translation>通道 {0} {1}</translation>
    </message>
    <message>
        <source>channel {0} · {1}</source>
        <translation>通道 {0} · {1}</translation>
    </message>
    <message>
        <source>channel {number}</source>
        <translation>通道 {number}</translation>
    </message>
    <message>
        <source>channel {number} · weight {value}</source>
        <translation>通道 {number} · 权重 {value}</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>channels of {0} layers; where several share a pixel, the strongest is shown</source>
        <translation>{0} 层的通道；多个通道共用一个像素时显示最强的</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>class token</source>
        <translation>类别 token</translation>
    </message>
    <message>
        <source>class {0}</source>
        <translation>类别 {0}</translation>
    </message>
    <message>
        <source>class, line {0}</source>
        <translation>类，第 {0} 行</translation>
    </message>
    <message>
        <source>click a bar</source>
        <translation>点击条形</translation>
    </message>
    <message>
        <source>click the picture</source>
        <translation>点击图片</translation>
    </message>
    <message>
        <source>clip</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>colour map</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>combination of heads</source>
        <translation>头的合并方式</translation>
    </message>
    <message>
        <source>contour lines</source>
        <translation>等高线</translation>
    </message>
    <message>
        <source>contours at 25, 50, 75 %</source>
        <translation>等高线：25、50、75 %</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>difference to pinned</source>
        <translation>与固定图片的差值</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>discard ratio</source>
        <translation>丢弃比例</translation>
    </message>
    <message>
        <source>double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>drag a pane&apos;s title</source>
        <translation>拖动面板标题</translation>
    </message>
    <message>
        <source>drop a folder</source>
        <translation>拖入文件夹</translation>
    </message>
    <message>
        <source>drop a picture</source>
        <translation>拖入图片</translation>
    </message>
    <message>
        <source>drop a session</source>
        <translation>拖入会话</translation>
    </message>
    <message>
        <source>drop class names</source>
        <translation>拖入类别名称</translation>
    </message>
    <message>
        <source>drop weights or code</source>
        <translation>拖入权重或代码</translation>
    </message>
    <message>
        <source>dropped picture</source>
        <translation>拖入的图片</translation>
    </message>
    <message>
        <source>embedded</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the page&apos;s language by its two letters</comment>
        <translation>zh</translation>
    </message>
    <message>
        <source>engine {0}</source>
        <translation>引擎 {0}</translation>
    </message>
    <message>
        <source>feature</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>feature energy</source>
        <translation>特征能量</translation>
    </message>
    <message>
        <source>first channel</source>
        <translation>第一个通道</translation>
    </message>
    <message>
        <source>following the pointer</source>
        <translation>跟随指针</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>frame {0} / {1}</source>
        <translation>帧 {0} / {1}</translation>
    </message>
    <message>
        <source>function, line {0}</source>
        <translation>函数，第 {0} 行</translation>
    </message>
    <message>
        <source>gamma</source>
        <translation>伽马</translation>
    </message>
    <message>
        <source>gradient rollout</source>
        <translation>梯度 rollout</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>推测</translation>
    </message>
    <message>
        <source>head</source>
        <translation>头</translation>
    </message>
    <message>
        <source>head {0}</source>
        <translation>头 {0}</translation>
    </message>
    <message>
        <source>head {0} of {1}</source>
        <translation>头 {0}，共 {1} 个</translation>
    </message>
    <message>
        <source>heads</source>
        <translation>多头</translation>
    </message>
    <message>
        <source>here</source>
        <translation>本机已有</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>input {0} px</source>
        <translation>输入 {0} px</translation>
    </message>
    <message>
        <source>integrated gradients</source>
        <translation>积分梯度</translation>
    </message>
    <message>
        <source>its one query</source>
        <translation>唯一的查询</translation>
    </message>
    <message>
        <source>key channel</source>
        <translation>键通道</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>键</translation>
    </message>
    <message>
        <source>largest of the heads</source>
        <translation>各头的最大值</translation>
    </message>
    <message>
        <source>largest of {0} heads</source>
        <translation>{0} 个头的最大值</translation>
    </message>
    <message>
        <source>last channel</source>
        <translation>最后一个通道</translation>
    </message>
    <message>
        <source>mean of the heads</source>
        <translation>各头的均值</translation>
    </message>
    <message>
        <source>mean of {0}</source>
        <translation>{0} 个的均值</translation>
    </message>
    <message>
        <source>mean of {0} heads</source>
        <translation>{0} 个头的均值</translation>
    </message>
    <message>
        <source>mean over queries</source>
        <translation>查询的均值</translation>
    </message>
    <message>
        <source>mean {0}</source>
        <translation>均值 {0}</translation>
    </message>
    <message>
        <source>mean {0} · spread {1} · smallest {2} · largest {3}</source>
        <translation>均值 {0} · 离散度 {1} · 最小 {2} · 最大 {3}</translation>
    </message>
    <message>
        <source>mean {value}</source>
        <translation>均值 {value}</translation>
    </message>
    <message>
        <source>needs {0}</source>
        <translation>需要 {0}</translation>
    </message>
    <message>
        <source>no attention</source>
        <translation>无注意力</translation>
    </message>
    <message>
        <source>no weights</source>
        <translation>无权重</translation>
    </message>
    <message>
        <source>no weights to be had: random ones only</source>
        <translation>没有可用的权重：只有随机权重</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>未被看到</translation>
    </message>
    <message>
        <source>not seen by the network</source>
        <translation>网络看不到</translation>
    </message>
    <message>
        <source>nothing beside it</source>
        <translation>旁边不显示</translation>
    </message>
    <message>
        <source>number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>on its way …</source>
        <translation>正在获取…</translation>
    </message>
    <message>
        <source>one head</source>
        <translation>单个头</translation>
    </message>
    <message>
        <source>one query</source>
        <translation>一个查询</translation>
    </message>
    <message>
        <source>opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>pinned picture</source>
        <translation>固定的图片</translation>
    </message>
    <message>
        <source>pinned places</source>
        <translation>固定的位置</translation>
    </message>
    <message>
        <source>pixel</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>place along one side</source>
        <translation>沿一条边的位置</translation>
    </message>
    <message>
        <source>places</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>prepare</source>
        <translation>准备</translation>
    </message>
    <message>
        <source>queries</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>query at ({0}, {1})</source>
        <translation>查询位于（{0}, {1}）</translation>
    </message>
    <message>
        <source>query {0}</source>
        <translation>查询 {0}</translation>
    </message>
    <message>
        <source>query {0} at ({1}, {2})</source>
        <translation>查询 {0}，位于（{1}, {2}）</translation>
    </message>
    <message>
        <source>random only</source>
        <translation>仅随机权重</translation>
    </message>
    <message>
        <source>relevance</source>
        <translation>相关性</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>色阶</translation>
    </message>
    <message>
        <source>scale: 0 to 1</source>
        <translation>色阶：0 到 1</translation>
    </message>
    <message>
        <source>scale: all layers</source>
        <translation>色阶：所有层</translation>
    </message>
    <message>
        <source>scale: held at {0:.3g} to {1:.3g}</source>
        <translation>色阶：锁定在 {0:.3g} 到 {1:.3g}</translation>
    </message>
    <message>
        <source>scale: this layer</source>
        <translation>色阶：此层</translation>
    </message>
    <message>
        <source>scale: this map</source>
        <translation>色阶：本图</translation>
    </message>
    <message>
        <source>second pane</source>
        <translation>第二画面</translation>
    </message>
    <message>
        <source>share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>smallest of the heads</source>
        <translation>各头的最小值</translation>
    </message>
    <message>
        <source>smallest of {0} heads</source>
        <translation>{0} 个头的最小值</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>spatial</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>spatial attention · {0} × {1} places · {2}</source>
        <translation>空间注意力 · {0} × {1} 个位置 · {2}</translation>
    </message>
    <message>
        <source>split</source>
        <translation>分屏</translation>
    </message>
    <message>
        <source>squeeze and excitation</source>
        <translation>挤压与激励</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>强</translation>
    </message>
    <message>
        <source>strongest</source>
        <translation>最强</translation>
    </message>
    <message>
        <source>strongest first</source>
        <translation>从强到弱</translation>
    </message>
    <message>
        <source>strongest {0:.0%} of the mass</source>
        <translation>最强的 {0:.0%} 份额</translation>
    </message>
    <message>
        <source>the most probable class</source>
        <translation>最可能的类别</translation>
    </message>
    <message>
        <source>the network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>this layer</source>
        <translation>此层</translation>
    </message>
    <message>
        <source>this map</source>
        <translation>本图</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>to download</source>
        <translation>待下载</translation>
    </message>
    <message>
        <source>token</source>
        <translation>token</translation>
    </message>
    <message>
        <source>value channel or norm</source>
        <translation>值通道或范数</translation>
    </message>
    <message>
        <source>view</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>weak: colour is the share of channels</source>
        <translation>弱：颜色表示通道占比</translation>
    </message>
    <message>
        <source>weakest</source>
        <translation>最弱</translation>
    </message>
    <message>
        <source>weakest {0:.0%} left out</source>
        <translation>略去最弱的 {0:.0%}</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>weight × feature energy</source>
        <translation>权重 × 特征能量</translation>
    </message>
    <message>
        <source>weights on this machine</source>
        <translation>权重在本机</translation>
    </message>
    <message>
        <source>wheel on the picture</source>
        <translation>在图片上滚动滚轮</translation>
    </message>
    <message>
        <source>x {0}, y {1} · {2}</source>
        <translation>x {0}, y {1} · {2}</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>自己的</translation>
    </message>
    <message>
        <source>{0}
channel {1} of {2} · {3}</source>
        <translation>{0}
通道 {1}，共 {2} 个 · {3}</translation>
    </message>
    <message>
        <source>{0}
is being worked out</source>
        <translation>{0}
正在计算</translation>
    </message>
    <message>
        <source>{0}
{1} to {2}: {3:.1%} of the channels</source>
        <translation>{0}
{1} 到 {2}：{3:.1%} 的通道</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} 等另外 {1} 个</translation>
    </message>
    <message>
        <source>{0} at most</source>
        <translation>最多 {0}</translation>
    </message>
    <message>
        <source>{0} cannot be made a folder ({1}): choose another one.</source>
        <translation>{0} 不能作为文件夹（{1}）：请选择其他文件夹。</translation>
    </message>
    <message>
        <source>{0} could not be read ({1}): choose another file.</source>
        <translation>{0} 无法读取（{1}）：请选择其他文件。</translation>
    </message>
    <message>
        <source>{0} h {1} min left</source>
        <translation>剩余 {0} 小时 {1} 分</translation>
    </message>
    <message>
        <source>{0} has no ending that a view can be written in: choose one of {1}.</source>
        <translation>{0} 的扩展名不能用于保存视图：请从 {1} 中选择。</translation>
    </message>
    <message>
        <source>{0} heads</source>
        <translation>{0} 个头</translation>
    </message>
    <message>
        <source>{0} heads of {1} layers</source>
        <translation>{1} 层的 {0} 个头</translation>
    </message>
    <message>
        <source>{0} is damaged and was not opened: {1}.</source>
        <translation>{0} 已损坏，没有打开：{1}。</translation>
    </message>
    <message>
        <source>{0} is no session of attnscope: choose another file.</source>
        <translation>{0} 不是 attnscope 的会话：请选择其他文件。</translation>
    </message>
    <message>
        <source>{0} is three numbers, for red, green and blue: 0.485, 0.456, 0.406.</source>
        <translation>{0}是三个数，分别用于红、绿、蓝：0.485, 0.456, 0.406。</translation>
    </message>
    <message>
        <source>{0} is too large for a session: choose another file.</source>
        <translation>{0} 太大，不可能是会话：请选择其他文件。</translation>
    </message>
    <message>
        <source>{0} min left</source>
        <translation>剩余 {0} 分</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>{0} of {1} · {2}</source>
        <translation>{0} / {1} · {2}</translation>
    </message>
    <message>
        <source>{0} parameters</source>
        <translation>{0} 个参数</translation>
    </message>
    <message>
        <source>{0} queries</source>
        <translation>{0} 个查询</translation>
    </message>
    <message>
        <source>{0} s left</source>
        <translation>剩余 {0} 秒</translation>
    </message>
    <message>
        <source>{0} to download</source>
        <translation>需下载 {0}</translation>
    </message>
    <message>
        <source>{0} up to this layer</source>
        <translation>{0}，到此层为止</translation>
    </message>
    <message>
        <source>{0} was saved by a newer attnscope ({1}) than this one ({2}): install that one to open it.</source>
        <translation>{0} 由比本程序（{2}）更新的 attnscope（{1}）保存：请安装新版后再打开。</translation>
    </message>
    <message>
        <source>{0} · feature maps {1}, each in a scale of its own · {2}</source>
        <translation>{0} · 特征图{1}，各用自己的色阶 · {2}</translation>
    </message>
    <message>
        <source>{0} · similarity of the heads: the cosine of their matrices</source>
        <translation>{0} · 头的相似度：矩阵的余弦</translation>
    </message>
    <message>
        <source>{0} · weights of shape {1}</source>
        <translation>{0} · 权重形状 {1}</translation>
    </message>
    <message>
        <source>{0} · {1} × {2} keys</source>
        <translation>{0} · {1} × {2} 个键</translation>
    </message>
    <message>
        <source>{0}, gamma {1:g}</source>
        <translation>{0}，伽马 {1:g}</translation>
    </message>
    <message>
        <source>{0}, seen by all others</source>
        <translation>{0}，被所有其他位置注意</translation>
    </message>
    <message>
        <source>{count} heads</source>
        <translation>{count} 个头</translation>
    </message>
    <message>
        <source>{count} windows</source>
        <translation>{count} 个窗口</translation>
    </message>
    <message>
        <source>{layer} · head {number}</source>
        <translation>{layer} · 头 {number}</translation>
    </message>
    <message>
        <source>{rows} × {columns} cells, at most {high}</source>
        <translation>{rows} × {columns} 个单元格，最大 {high}</translation>
    </message>
    <message>
        <source>{rows} × {columns} cells, in a scale of its own: {low} to {high}</source>
        <translation>{rows} × {columns} 个单元格，自己的色阶：{low} 到 {high}</translation>
    </message>
    <message>
        <source>↑ ↓ layer · [ ] head · M all heads · C class token · S smooth · O opacity</source>
        <translation>↑ ↓ 层 · [ ] 头 · M 全部头 · C 类别 token · S 平滑 · O 不透明度</translation>
    </message>
    <message>
        <source>⚠ Not recorded: {0}: {1}</source>
        <translation>⚠ 未记录：{0}：{1}</translation>
    </message>
    <message>
        <source>⚠ Weights applied by hand differ from the network by {0:.1e}</source>
        <translation>⚠ 手动作用权重的结果与网络相差 {0:.1e}</translation>
    </message>
    <message>
        <source>⚠ {0}.</source>
        <translation>⚠ {0}。</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>打开 {0}</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>叠加层</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
</context>
<context>
    <name>Album</name>
    <message>
        <source>Looking for pictures in {0} …</source>
        <translation>正在 {0} 中查找图片…</translation>
    </message>
    <message>
        <source>{0} files</source>
        <translation>{0} 个文件</translation>
    </message>
</context>
<context>
    <name>AlbumPanel</name>
    <message>
        <source>Drop a folder, or several pictures at once.</source>
        <translation>请拖入文件夹，或一次拖入多张图片。</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>下一张图片</translation>
    </message>
    <message>
        <source>PICTURES</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>PICTURES   {0}</source>
        <translation>图片   {0}</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>上一张图片</translation>
    </message>
</context>
<context>
    <name>AttentionMatrix</name>
    <message>
        <source>; query {number}</source>
        <translation>；查询 {number}</translation>
    </message>
    <message>
        <source>Attention matrix, rows are queries</source>
        <translation>注意力矩阵，每行一个查询</translation>
    </message>
    <message>
        <source>mean over {0} × {1} weights</source>
        <translation>{0} × {1} 个权重的均值</translation>
    </message>
    <message>
        <source>of {0} queries × {1} keys</source>
        <translation>共 {0} 个查询 × {1} 个键</translation>
    </message>
    <message>
        <source>query {0} · key {1} · {2}</source>
        <translation>查询 {0} · 键 {1} · {2}</translation>
    </message>
    <message>
        <source>{queries} queries, {keys} keys</source>
        <translation>{queries} 个查询，{keys} 个键</translation>
    </message>
</context>
<context>
    <name>Autosave</name>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>The last session did not end well: it can be opened as it was.</source>
        <translation>上次会话没有正常结束：可以按原样打开。</translation>
    </message>
    <message>
        <source>The session cannot be kept safe against a crash: {0}</source>
        <translation>会话无法防崩溃保存：{0}</translation>
    </message>
</context>
<context>
    <name>Camera</name>
    <message>
        <source>The camera cannot be used ({0}): another program may hold it, or it was unplugged.</source>
        <translation>摄像头无法使用（{0}）：可能被其他程序占用，或已拔出。</translation>
    </message>
</context>
<context>
    <name>ChannelBars</name>
    <message>
        <source>Channel weights</source>
        <translation>通道权重</translation>
    </message>
    <message>
        <source>channel {number} · {value}</source>
        <translation>通道 {number} · {value}</translation>
    </message>
    <message>
        <source>{0}, and {1} more</source>
        <translation>{0}，另有 {1} 个</translation>
    </message>
    <message>
        <source>{count} channels</source>
        <translation>{count} 个通道</translation>
    </message>
</context>
<context>
    <name>ChannelPage</name>
    <message>
        <source>Bars</source>
        <translation>条形图</translation>
    </message>
    <message>
        <source>Bars in the network&apos;s order  (B)</source>
        <translation>按网络顺序排列条形  (B)</translation>
    </message>
    <message>
        <source>Click to pick these channels</source>
        <translation>点击选取这些通道</translation>
    </message>
    <message>
        <source>Click: over the picture · Ctrl, Shift: several</source>
        <translation>点击：显示在图片上 · Ctrl、Shift：多选</translation>
    </message>
    <message>
        <source>How many channels have a weight of which size  (B)</source>
        <translation>各种大小的权重各有多少通道  (B)</translation>
    </message>
    <message>
        <source>Largest weight first  (B)</source>
        <translation>权重从大到小  (B)</translation>
    </message>
    <message>
        <source>channel {0} over the picture · click again: off</source>
        <translation>通道 {0} 在图片上 · 再次点击：关闭</translation>
    </message>
    <message>
        <source>channel {0} over the picture, {1} more picked</source>
        <translation>通道 {0} 在图片上，另选了 {1} 个</translation>
    </message>
    <message>
        <source>channel {0}: {1}</source>
        <translation>通道 {0}：{1}</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>原序</translation>
    </message>
    <message>
        <source>sorted</source>
        <translation>排序</translation>
    </message>
</context>
<context>
    <name>ChannelsView</name>
    <message>
        <source>CHANNELS</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>CHANNELS · {0} LAYERS</source>
        <translation>通道 · {0} 层</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Channels in the network&apos;s order  (B)</source>
        <translation>通道按网络顺序排列  (B)</translation>
    </message>
    <message>
        <source>Colour: which share of the layer&apos;s channels has a weight of this size, from weak to strong.</source>
        <translation>颜色：该层有多大比例的通道取此大小的权重，从弱到强。</translation>
    </message>
    <message>
        <source>Each row in a scale of its own.</source>
        <translation>每行用自己的色阶。</translation>
    </message>
    <message>
        <source>Networks with gates have it: SE, CBAM, ECA …</source>
        <translation>带门控的网络才有：SE、CBAM、ECA…</translation>
    </message>
    <message>
        <source>One scale for all rows.</source>
        <translation>所有行共用一个色阶。</translation>
    </message>
    <message>
        <source>Strongest channel first, in each row  (B)</source>
        <translation>每行中最强的通道在前  (B)</translation>
    </message>
    <message>
        <source>This network has no channel attention</source>
        <translation>此网络没有通道注意力</translation>
    </message>
    <message>
        <source>Where channels share a pixel</source>
        <translation>多个通道共用一个像素时</translation>
    </message>
    <message>
        <source>Where channels share a pixel, the strongest is shown.</source>
        <translation>多个通道共用一个像素时，显示最强的。</translation>
    </message>
    <message>
        <source>Where channels share a pixel, their mean is shown.</source>
        <translation>多个通道共用一个像素时，显示均值。</translation>
    </message>
    <message>
        <source>Where several channels share a pixel, the strongest is shown</source>
        <translation>多个通道共用一个像素时，显示最强的</translation>
    </message>
    <message>
        <source>Where several channels share a pixel, their mean is shown</source>
        <translation>多个通道共用一个像素时，显示均值</translation>
    </message>
    <message>
        <source>Which share of a layer&apos;s channels is how strong  (B)</source>
        <translation>每层有多大比例的通道有多强  (B)</translation>
    </message>
    <message>
        <source>histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>原序</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>sorted</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>strongest</source>
        <translation>最强</translation>
    </message>
</context>
<context>
    <name>ColourBarView</name>
    <message>
        <source>Colour bar</source>
        <translation>色条</translation>
    </message>
    <message>
        <source>Colour bar: {title}</source>
        <translation>色条：{title}</translation>
    </message>
    <message>
        <source>Drag an end to change it (↑ ↓, Shift for the low end); double click: as it was.</source>
        <translation>拖动一端可以更改（↑ ↓，Shift 改低端）；双击：恢复原样。</translation>
    </message>
    <message>
        <source>From {low} to {high}</source>
        <translation>从 {low} 到 {high}</translation>
    </message>
</context>
<context>
    <name>ColourLine</name>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Colours run from {low} to {high}</source>
        <translation>颜色从 {low} 到 {high}</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find an action or a layer</source>
        <translation>查找操作或层</translation>
    </message>
    <message>
        <source>Nothing fits that.</source>
        <translation>没有匹配项。</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>想做什么？</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>匹配项</translation>
    </message>
</context>
<context>
    <name>ContactPart</name>
    <message>
        <source>FEATURE MAPS</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>Feature maps as the gate let them through  (G)</source>
        <translation>经过门控之后的特征图  (G)</translation>
    </message>
    <message>
        <source>Feature maps as they were before the gate  (G)</source>
        <translation>经过门控之前的特征图  (G)</translation>
    </message>
    <message>
        <source>PICKED · {0}</source>
        <translation>已选 · {0}</translation>
    </message>
    <message>
        <source>STRONGEST · {0}</source>
        <translation>最强 · {0}</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
</context>
<context>
    <name>ContactTiles</name>
    <message>
        <source>Feature maps of channels</source>
        <translation>通道的特征图</translation>
    </message>
    <message>
        <source>{0} channels</source>
        <translation>{0} 个通道</translation>
    </message>
</context>
<context>
    <name>CurrentPicture</name>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Running the network …</source>
        <translation>正在运行网络…</translation>
    </message>
    <message>
        <source>{0}: {1}.</source>
        <translation>{0}：{1}。</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>No attention layer ran in this network</source>
        <translation>此网络中没有注意力层运行过</translation>
    </message>
    <message>
        <source>Nothing multiplied activations with weights made from activations.</source>
        <translation>没有用激活算出的权重去乘激活的地方。</translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Close this pane; View &gt; Panes opens it again</source>
        <translation>关闭此面板；可从“视图 &gt; 面板”重新打开</translation>
    </message>
    <message>
        <source>Take this pane out of the window, or put it back</source>
        <translation>把此面板移出窗口，或放回</translation>
    </message>
    <message>
        <source>{0}: close this pane</source>
        <translation>{0}：关闭此面板</translation>
    </message>
    <message>
        <source>{0}: take out of the window, or put back</source>
        <translation>{0}：移出窗口，或放回</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Panes that share this place</source>
        <translation>共用此处的面板</translation>
    </message>
</context>
<context>
    <name>DrawingForm</name>
    <message>
        <source>Back to the defaults</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Below 1 brings out weak attention, above 1 the strongest alone</source>
        <translation>小于 1 突出弱注意力，大于 1 只留最强的</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>伽马</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Lines at a quarter, a half and three quarters of the scale  (K)</source>
        <translation>在色阶的四分之一、一半和四分之三处画线  (K)</translation>
    </message>
    <message>
        <source>Percent of the values beyond each end of the colours</source>
        <translation>颜色两端以外的数值百分比</translation>
    </message>
    <message>
        <source>Share of the attention that is shown, the strongest first</source>
        <translation>显示多大份额的注意力，最强的优先</translation>
    </message>
    <message>
        <source>Where one cell ends and the next begins</source>
        <translation>单元格之间的分界</translation>
    </message>
    <message>
        <source>borders of the cells</source>
        <translation>单元格边界</translation>
    </message>
    <message>
        <source>contour lines</source>
        <translation>等高线</translation>
    </message>
</context>
<context>
    <name>EditMenu</name>
    <message>
        <source>Copy the view as a picture</source>
        <translation>将视图复制为图片</translation>
    </message>
    <message>
        <source>Find an action or a layer …</source>
        <translation>查找操作或层…</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo {0}</source>
        <translation>重做 {0}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo {0}</source>
        <translation>撤销 {0}</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Every layer</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>Every picture and all weights of the whole network</source>
        <translation>整个网络的全部图片和权重</translation>
    </message>
    <message>
        <source>Every picture of the layer that is looked at</source>
        <translation>当前层的全部图片</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>How long the GIF stands at each layer</source>
        <translation>GIF 在每一层停留的时间</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>No folder is chosen: name one, or press Choose.</source>
        <translation>没有选择文件夹：请填写，或按“选择”。</translation>
    </message>
    <message>
        <source>No format is chosen: check at least one.</source>
        <translation>没有选择格式：请至少勾选一种。</translation>
    </message>
    <message>
        <source>Pixels of a PNG for an inch; a figure is some 8 inches wide</source>
        <translation>PNG 每英寸的像素数；一张图约 8 英寸宽</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Seconds a frame</source>
        <translation>每帧秒数</translation>
    </message>
    <message>
        <source>The colours of text, axes and page</source>
        <translation>文字、坐标轴和页面的颜色</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>This layer</source>
        <translation>此层</translation>
    </message>
    <message>
        <source>This view</source>
        <translation>此视图</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What fills the middle of the window, as it is drawn</source>
        <translation>窗口中央的内容，按所见绘制</translation>
    </message>
    <message>
        <source>Where the files go; it is made if it is not there</source>
        <translation>文件保存的位置；不存在时会创建</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>full detail</source>
        <translation>全部细节</translation>
    </message>
    <message>
        <source>light, on white</source>
        <translation>浅色，白底</translation>
    </message>
    <message>
        <source>{0:g} s a frame</source>
        <translation>每帧 {0:g} 秒</translation>
    </message>
    <message>
        <source>{0} dpi</source>
        <translation>{0} dpi</translation>
    </message>
    <message>
        <source>{0}: it holds every layer, so choose Every layer</source>
        <translation>{0}：包含所有层，请选择“所有层”</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>Export every layer …</source>
        <translation>导出所有层…</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Save this view …</source>
        <translation>保存此视图…</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export into this folder</source>
        <translation>导出到此文件夹</translation>
    </message>
    <message>
        <source>How far the export is</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop the export; what is finished stays</source>
        <translation>停止导出；已完成的保留</translation>
    </message>
    <message>
        <source>Write the files  (Enter)</source>
        <translation>写入文件  (Enter)</translation>
    </message>
</context>
<context>
    <name>ExportProcess</name>
    <message>
        <source>The export stopped.</source>
        <translation>导出已停止。</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>An export is still running: wait for it, or stop it in the export dialog.</source>
        <translation>导出还在进行：请等待，或在导出对话框中停止。</translation>
    </message>
    <message>
        <source>Every layer was exported into {0}.</source>
        <translation>所有层已导出到 {0}。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export every layer into this folder</source>
        <translation>把所有层导出到此文件夹</translation>
    </message>
    <message>
        <source>Exporting every layer into {0} …</source>
        <translation>正在把所有层导出到 {0}…</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>保存此视图</translation>
    </message>
    <message>
        <source>Saved {0}.</source>
        <translation>已保存 {0}。</translation>
    </message>
    <message>
        <source>The engine runs on {0}: use attnscope export there, or export this view or layer.</source>
        <translation>引擎运行在 {0}：请在那里使用 attnscope export，或导出此视图或此层。</translation>
    </message>
    <message>
        <source>The export was stopped; what is finished lies in {0}.</source>
        <translation>导出已停止；已完成的在 {0}。</translation>
    </message>
    <message>
        <source>The network is loaded once more …</source>
        <translation>正在再次加载网络…</translation>
    </message>
    <message>
        <source>The picture has no layers yet: wait for the network.</source>
        <translation>图片还没有层：请等待网络。</translation>
    </message>
    <message>
        <source>There is no picture to export yet: drop one on the window.</source>
        <translation>还没有可导出的图片：请把图片拖入窗口。</translation>
    </message>
    <message>
        <source>There is no picture to save yet: drop one on the window.</source>
        <translation>还没有可保存的图片：请把图片拖入窗口。</translation>
    </message>
    <message>
        <source>There is nothing to export yet: wait for the network.</source>
        <translation>还没有可导出的内容：请等待网络。</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>A network out of your code</source>
        <translation>来自您代码的网络</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Class names from a file</source>
        <translation>来自文件的类别名称</translation>
    </message>
    <message>
        <source>Code of my own</source>
        <translation>我自己的代码</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Weights from a file</source>
        <translation>来自文件的权重</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Which network are these weights of?</source>
        <translation>这些权重属于哪个网络？</translation>
    </message>
</context>
<context>
    <name>FitField</name>
    <message>
        <source>How a picture of another shape than the input is made to fit</source>
        <translation>形状与输入不同的图片怎样适配</translation>
    </message>
    <message>
        <source>crop: the middle, cut out</source>
        <translation>裁剪：取中间部分</translation>
    </message>
    <message>
        <source>letterbox: all of it, with borders</source>
        <translation>加边：完整显示，四周留边</translation>
    </message>
    <message>
        <source>stretch: all of it, squeezed</source>
        <translation>拉伸：完整显示，压缩变形</translation>
    </message>
</context>
<context>
    <name>FitTable</name>
    <message>
        <source>File has</source>
        <translation>文件中</translation>
    </message>
    <message>
        <source>Network has</source>
        <translation>网络中</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>The tensor&apos;s size: for a convolution output × input channels × rows × columns</source>
        <translation>张量的大小：卷积为 输出 × 输入通道 × 行 × 列</translation>
    </message>
    <message>
        <source>What does not fit</source>
        <translation>不匹配的部分</translation>
    </message>
    <message>
        <source>no place for it</source>
        <translation>无处可放</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>{0:,} fit</source>
        <translation>{0:,} 个匹配</translation>
    </message>
    <message>
        <source>{0:,} of another size</source>
        <translation>{0:,} 个大小不同</translation>
    </message>
    <message>
        <source>{0:,} that the file lacks</source>
        <translation>{0:,} 个文件中没有</translation>
    </message>
    <message>
        <source>{0:,} that the network has no place for</source>
        <translation>{0:,} 个网络中没有位置</translation>
    </message>
    <message>
        <source>{0} (the first {1} are shown)</source>
        <translation>{0}（显示前 {1} 个）</translation>
    </message>
</context>
<context>
    <name>GuessList</name>
    <message>
        <source>A Python file and what in it makes the network, such as net.py:build</source>
        <translation>Python 文件及其中创建网络的对象，例如 net.py:build</translation>
    </message>
    <message>
        <source>Another from the list …</source>
        <translation>从列表中另选…</translation>
    </message>
    <message>
        <source>It looks like this network:</source>
        <translation>看起来是这个网络：</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>加载</translation>
    </message>
    <message>
        <source>Load as {0}</source>
        <translation>按 {0} 加载</translation>
    </message>
    <message>
        <source>My own code …</source>
        <translation>我自己的代码…</translation>
    </message>
    <message>
        <source>No known network has tensors of these names and sizes. Which one is it?</source>
        <translation>已知网络中没有名称和大小与此相符的张量。它是哪一个？</translation>
    </message>
    <message>
        <source>Pick the network that this file belongs to</source>
        <translation>请选择此文件所属的网络</translation>
    </message>
    <message>
        <source>Which network is it?</source>
        <translation>是哪个网络？</translation>
    </message>
    <message>
        <source>in {0}</source>
        <translation>在 {0} 中</translation>
    </message>
    <message>
        <source>{0:,} classes</source>
        <translation>{0:,} 个类别</translation>
    </message>
    <message>
        <source>{0:,} tensors</source>
        <translation>{0:,} 个张量</translation>
    </message>
    <message>
        <source>{0} parameters</source>
        <translation>{0} 个参数</translation>
    </message>
</context>
<context>
    <name>HeadFigures</name>
    <message>
        <source>Figures of the heads</source>
        <translation>各头的数值</translation>
    </message>
    <message>
        <source>head {0}</source>
        <translation>头 {0}</translation>
    </message>
</context>
<context>
    <name>HeadGrid</name>
    <message>
        <source>, {low} to {high}</source>
        <translation>，{low} 到 {high}</translation>
    </message>
    <message>
        <source>Attention heads</source>
        <translation>注意力头</translation>
    </message>
    <message>
        <source>head {number} of {count}</source>
        <translation>头 {number}，共 {count} 个</translation>
    </message>
    <message>
        <source>{count} heads</source>
        <translation>{count} 个头</translation>
    </message>
    <message>
        <source>{rows} × {columns} cells</source>
        <translation>{rows} × {columns} 个单元格</translation>
    </message>
</context>
<context>
    <name>HeadsPage</name>
    <message>
        <source>A head alone: click it, or step with [ and ]</source>
        <translation>单独一个头：点击它，或用 [ 和 ] 切换</translation>
    </message>
    <message>
        <source>A map for every head at the picked query</source>
        <translation>所选查询下每个头的热力图</translation>
    </message>
    <message>
        <source>Every query by every key</source>
        <translation>每个查询对每个键</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>注意力头</translation>
    </message>
    <message>
        <source>Heads in one</source>
        <translation>合并头</translation>
    </message>
    <message>
        <source>How alike heads are, and how far each looks</source>
        <translation>各头有多相似，看得多远</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>相似度</translation>
    </message>
    <message>
        <source>The largest weight of all heads, place by place</source>
        <translation>逐位置取所有头的最大权重</translation>
    </message>
    <message>
        <source>The mean of all heads  (M)</source>
        <translation>所有头的均值  (M)</translation>
    </message>
    <message>
        <source>The smallest weight of all heads, place by place</source>
        <translation>逐位置取所有头的最小权重</translation>
    </message>
    <message>
        <source>Views of the heads</source>
        <translation>注意力头的视图</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>one</source>
        <translation>单个</translation>
    </message>
    <message>
        <source>smallest</source>
        <translation>最小</translation>
    </message>
</context>
<context>
    <name>HeadsTab</name>
    <message>
        <source>H: entropy of its weights in nats
d: mean distance to what it looks at, in pixels of the input</source>
        <translation>H：权重的熵，单位奈特
d：到所注意位置的平均距离，单位为输入像素</translation>
    </message>
    <message>
        <source>No place on the picture</source>
        <translation>在图片上没有位置</translation>
    </message>
    <message>
        <source>Nothing to be shown</source>
        <translation>没有可显示的内容</translation>
    </message>
    <message>
        <source>The matrix shows all weights</source>
        <translation>矩阵显示所有权重</translation>
    </message>
</context>
<context>
    <name>HeadsWall</name>
    <message>
        <source>Every head of every layer</source>
        <translation>所有层的所有头</translation>
    </message>
    <message>
        <source>layers of heads: {count}</source>
        <translation>有头的层：{count}</translation>
    </message>
</context>
<context>
    <name>HeatStrip</name>
    <message>
        <source>Channel weights of every layer</source>
        <translation>每一层的通道权重</translation>
    </message>
    <message>
        <source>{0} layers</source>
        <translation>{0} 层</translation>
    </message>
</context>
<context>
    <name>HelpMenu</name>
    <message>
        <source>About attnscope</source>
        <translation>关于 attnscope</translation>
    </message>
    <message>
        <source>Keyboard and mouse</source>
        <translation>键盘与鼠标</translation>
    </message>
</context>
<context>
    <name>HistogramView</name>
    <message>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>{low} to {high} · {what}: {count}</source>
        <translation>{low} 到 {high} · {what}：{count}</translation>
    </message>
    <message>
        <source>{what}: {count}</source>
        <translation>{what}：{count}</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys and what they do</source>
        <translation>按键及其作用</translation>
    </message>
    <message>
        <source>Nothing fits that.</source>
        <translation>没有匹配项。</translation>
    </message>
    <message>
        <source>Search keys</source>
        <translation>搜索按键</translation>
    </message>
</context>
<context>
    <name>KindChips</name>
    <message>
        <source>List only these layers; press several to list several kinds</source>
        <translation>只列出这些层；按下多个可列出多种</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>Language: as the system</source>
        <translation>语言：跟随系统</translation>
    </message>
    <message>
        <source>Language: {0}</source>
        <translation>语言：{0}</translation>
    </message>
</context>
<context>
    <name>LayerList</name>
    <message>
        <source>No layer has all these words. Esc in the line above clears it.</source>
        <translation>没有层包含所有这些词。在上面一行按 Esc 清空。</translation>
    </message>
    <message>
        <source>No such layer.</source>
        <translation>没有这样的层。</translation>
    </message>
</context>
<context>
    <name>LayerMenu</name>
    <message>
        <source>Attention to the picked place instead of from it</source>
        <translation>改为看谁注意所选位置</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>条形图</translation>
    </message>
    <message>
        <source>Bars in the network&apos;s order</source>
        <translation>条形按网络顺序</translation>
    </message>
    <message>
        <source>Bars sorted, the strongest first</source>
        <translation>条形从强到弱排序</translation>
    </message>
    <message>
        <source>Class token, or mean over queries</source>
        <translation>类别 token，或查询的均值</translation>
    </message>
    <message>
        <source>Feature map before its gate</source>
        <translation>门控之前的特征图</translation>
    </message>
    <message>
        <source>Find a layer</source>
        <translation>查找层</translation>
    </message>
    <message>
        <source>First layer</source>
        <translation>第一层</translation>
    </message>
    <message>
        <source>Histogram of the weights</source>
        <translation>权重的直方图</translation>
    </message>
    <message>
        <source>Largest of heads</source>
        <translation>取头的最大值</translation>
    </message>
    <message>
        <source>Last layer</source>
        <translation>最后一层</translation>
    </message>
    <message>
        <source>Let go of every pinned place</source>
        <translation>取消所有固定的位置</translation>
    </message>
    <message>
        <source>Mean of heads</source>
        <translation>取头的均值</translation>
    </message>
    <message>
        <source>Next head</source>
        <translation>下一个头</translation>
    </message>
    <message>
        <source>Next layer  (→ or ↓)</source>
        <translation>下一层  (→ 或 ↓)</translation>
    </message>
    <message>
        <source>Next way of showing bars</source>
        <translation>换一种条形显示方式</translation>
    </message>
    <message>
        <source>Pin the picked place, or let go of it</source>
        <translation>固定所选位置，或取消固定</translation>
    </message>
    <message>
        <source>Previous head</source>
        <translation>上一个头</translation>
    </message>
    <message>
        <source>Previous layer  (← or ↑)</source>
        <translation>上一层  (← 或 ↑)</translation>
    </message>
    <message>
        <source>Smallest of heads</source>
        <translation>取头的最小值</translation>
    </message>
    <message>
        <source>Who looks at the place</source>
        <translation>谁注意该位置</translation>
    </message>
</context>
<context>
    <name>LayerRowModel</name>
    <message>
        <source>Click, or press Space, to fold</source>
        <translation>点击或按空格键折叠</translation>
    </message>
    <message>
        <source>Click, or press Space, to unfold</source>
        <translation>点击或按空格键展开</translation>
    </message>
    <message>
        <source>the network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>{0} was not recorded: {1}</source>
        <translation>{0} 未被记录：{1}</translation>
    </message>
    <message>
        <source>{0}: {1} layers</source>
        <translation>{0}：{1} 层</translation>
    </message>
    <message>
        <source>{0}: {1} layers, folded</source>
        <translation>{0}：{1} 层，已折叠</translation>
    </message>
</context>
<context>
    <name>LayerSearch</name>
    <message>
        <source>Find layers</source>
        <translation>查找层</translation>
    </message>
    <message>
        <source>Words of the name, the kind or the shape: layer3 0, heads, 14×14  (Esc clears)</source>
        <translation>名称、类型或形状中的词：layer3 0, heads, 14×14  (Esc 清空)</translation>
    </message>
</context>
<context>
    <name>LayerStrip</name>
    <message>
        <source>Steps through the layers</source>
        <translation>逐层浏览</translation>
    </message>
</context>
<context>
    <name>LayerView</name>
    <message>
        <source>Attention layers</source>
        <translation>注意力层</translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message>
        <source>ATTENTION LAYERS</source>
        <translation>注意力层</translation>
    </message>
    <message>
        <source>ATTENTION LAYERS · {0}</source>
        <translation>注意力层 · {0}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>⚠ {0} not recorded</source>
        <translation>⚠ {0} 个未记录</translation>
    </message>
</context>
<context>
    <name>LevelIcon</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
</context>
<context>
    <name>LiveFeed</name>
    <message>
        <source>{0} · {1} frames/s</source>
        <translation>{0} · {1} 帧/秒</translation>
    </message>
</context>
<context>
    <name>LookControls</name>
    <message>
        <source>0 to 1</source>
        <translation>0 到 1</translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Gamma, percentiles, threshold, contours, grid</source>
        <translation>伽马、百分位、阈值、等高线、网格</translation>
    </message>
    <message>
        <source>More …</source>
        <translation>更多…</translation>
    </message>
    <message>
        <source>Opacity of the overlay</source>
        <translation>叠加层的不透明度</translation>
    </message>
    <message>
        <source>Opacity of the overlay  (O, Shift+O)</source>
        <translation>叠加层的不透明度  (O, Shift+O)</translation>
    </message>
    <message>
        <source>Scale of the colours</source>
        <translation>颜色的色阶</translation>
    </message>
    <message>
        <source>Smooth, or the cells as they are  (S)</source>
        <translation>平滑，或按原样显示单元格  (S)</translation>
    </message>
    <message>
        <source>What the colours span, from the lowest to the highest</source>
        <translation>颜色覆盖的范围，从最低到最高</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>held</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>this layer</source>
        <translation>此层</translation>
    </message>
    <message>
        <source>this map</source>
        <translation>本图</translation>
    </message>
</context>
<context>
    <name>MakerList</name>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>It needs a value for {0}, such as {1}.</source>
        <translation>需要给 {0} 一个值，例如 {1}。</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>加载</translation>
    </message>
    <message>
        <source>Nothing in this file looks as if it made a network: it needs a function or a class for it.</source>
        <translation>此文件中没有看起来能创建网络的内容：需要一个函数或类。</translation>
    </message>
    <message>
        <source>What makes the network</source>
        <translation>由什么创建网络</translation>
    </message>
    <message>
        <source>What makes the network?</source>
        <translation>由什么创建网络？</translation>
    </message>
</context>
<context>
    <name>MatrixTab</name>
    <message>
        <source>Click picks a row · Ctrl+wheel zooms</source>
        <translation>点击选取一行 · Ctrl+滚轮缩放</translation>
    </message>
    <message>
        <source>one head</source>
        <translation>单个头</translation>
    </message>
    <message>
        <source>query {0} → key {1}: {2}</source>
        <translation>查询 {0} → 键 {1}：{2}</translation>
    </message>
    <message>
        <source>{0} · rows are queries</source>
        <translation>{0} · 每行一个查询</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>NetworkDialogs</name>
    <message>
        <source>Choose a network</source>
        <translation>选择网络</translation>
    </message>
    <message>
        <source>From the picture to the input</source>
        <translation>从图片到输入</translation>
    </message>
    <message>
        <source>Nothing can be downloaded: {0}.</source>
        <translation>无法下载任何内容：{0}。</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
</context>
<context>
    <name>NetworkMenu</name>
    <message>
        <source>Choose a network …</source>
        <translation>选择网络…</translation>
    </message>
    <message>
        <source>Class names from a file …</source>
        <translation>来自文件的类别名称…</translation>
    </message>
    <message>
        <source>Code of my own …</source>
        <translation>我自己的代码…</translation>
    </message>
    <message>
        <source>From the picture to the input …</source>
        <translation>从图片到输入…</translation>
    </message>
    <message>
        <source>Start the engine again</source>
        <translation>重新启动引擎</translation>
    </message>
    <message>
        <source>Stop what runs  (Esc)</source>
        <translation>停止正在运行的任务  (Esc)</translation>
    </message>
    <message>
        <source>Weights from a file …</source>
        <translation>来自文件的权重…</translation>
    </message>
    <message>
        <source>What the network printed …</source>
        <translation>网络输出的内容…</translation>
    </message>
    <message>
        <source>Where it runs</source>
        <translation>在哪里运行</translation>
    </message>
    <message>
        <source>the fastest</source>
        <translation>最快的</translation>
    </message>
</context>
<context>
    <name>Networks</name>
    <message>
        <source>Loading {0} …</source>
        <translation>正在加载 {0}…</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>OfferChips</name>
    <message>
        <source>List only networks whose weights are on this machine</source>
        <translation>只列出权重在本机的网络</translation>
    </message>
    <message>
        <source>List only networks with attention layers, or that may have some</source>
        <translation>只列出有注意力层或可能有的网络</translation>
    </message>
    <message>
        <source>List only networks with this kind of attention</source>
        <translation>只列出有这种注意力的网络</translation>
    </message>
    <message>
        <source>weights here {0:,}</source>
        <translation>权重在本机 {0:,}</translation>
    </message>
    <message>
        <source>with attention {0:,}</source>
        <translation>有注意力 {0:,}</translation>
    </message>
</context>
<context>
    <name>OfferDetails</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the command: run it in a terminal, then start attnscope again</source>
        <translation>复制命令：在终端中运行，然后重新启动 attnscope</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>加载</translation>
    </message>
    <message>
        <source>No network is chosen</source>
        <translation>没有选择网络</translation>
    </message>
    <message>
        <source>The command that installs it</source>
        <translation>安装它的命令</translation>
    </message>
</context>
<context>
    <name>OfferList</name>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
</context>
<context>
    <name>OfferModel</name>
    <message>
        <source>Load &quot;{0}&quot;</source>
        <translation>加载“{0}”</translation>
    </message>
    <message>
        <source>as you typed it</source>
        <translation>按您输入的</translation>
    </message>
    <message>
        <source>code or a file of your own</source>
        <translation>您自己的代码或文件</translation>
    </message>
</context>
<context>
    <name>OfferPicker</name>
    <message>
        <source>1 network</source>
        <translation>1 个网络</translation>
    </message>
    <message>
        <source>No network is called &quot;{0}&quot;. For one of your own, type the file and what makes it: net.py:build</source>
        <translation>没有名为“{0}”的网络。若是您自己的，请输入文件及创建它的对象：net.py:build</translation>
    </message>
    <message>
        <source>Release all chips</source>
        <translation>松开所有筛选</translation>
    </message>
    <message>
        <source>Search {0:,} networks: resnet se, swin, heads, here … or name your own: net.py:build</source>
        <translation>搜索 {0:,} 个网络：resnet se, swin, heads, here… 或填写自己的：net.py:build</translation>
    </message>
    <message>
        <source>Show {0:,} more that the chips hide</source>
        <translation>显示被筛选隐藏的 {0:,} 个</translation>
    </message>
    <message>
        <source>The chips hide every network that was found.</source>
        <translation>找到的网络都被筛选隐藏了。</translation>
    </message>
    <message>
        <source>The list of networks is on its way …</source>
        <translation>正在获取网络列表…</translation>
    </message>
    <message>
        <source>{0:,} networks</source>
        <translation>{0:,} 个网络</translation>
    </message>
</context>
<context>
    <name>OpenMenu</name>
    <message>
        <source>Open image</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>Open image …</source>
        <translation>打开图片…</translation>
    </message>
    <message>
        <source>Open session …</source>
        <translation>打开会话…</translation>
    </message>
    <message>
        <source>Paste image</source>
        <translation>粘贴图片</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Restore the session that ended badly</source>
        <translation>恢复没有正常结束的会话</translation>
    </message>
    <message>
        <source>Sample pictures</source>
        <translation>示例图片</translation>
    </message>
    <message>
        <source>Sample: {0}</source>
        <translation>示例：{0}</translation>
    </message>
    <message>
        <source>Save session …</source>
        <translation>保存会话…</translation>
    </message>
</context>
<context>
    <name>OverlayMenu</name>
    <message>
        <source>Borders of the cells</source>
        <translation>单元格边界</translation>
    </message>
    <message>
        <source>Bring out weak attention</source>
        <translation>突出弱注意力</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>Clip nothing</source>
        <translation>不截断</translation>
    </message>
    <message>
        <source>Clip {0} % at each end</source>
        <translation>两端各截断 {0} %</translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Colours: {0}</source>
        <translation>颜色：{0}</translation>
    </message>
    <message>
        <source>Contour lines</source>
        <translation>等高线</translation>
    </message>
    <message>
        <source>Follow the pointer</source>
        <translation>跟随指针</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>伽马</translation>
    </message>
    <message>
        <source>Keep 60 % of the attention</source>
        <translation>保留 60 % 的注意力</translation>
    </message>
    <message>
        <source>Leave the strongest alone</source>
        <translation>只留最强的</translation>
    </message>
    <message>
        <source>Less overlay</source>
        <translation>减弱叠加层</translation>
    </message>
    <message>
        <source>More overlay</source>
        <translation>加强叠加层</translation>
    </message>
    <message>
        <source>Next scale</source>
        <translation>下一种色阶</translation>
    </message>
    <message>
        <source>No gamma</source>
        <translation>不用伽马</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Scale of the colours</source>
        <translation>颜色的色阶</translation>
    </message>
    <message>
        <source>Scale: 0 to 1</source>
        <translation>色阶：0 到 1</translation>
    </message>
    <message>
        <source>Scale: all layers</source>
        <translation>色阶：所有层</translation>
    </message>
    <message>
        <source>Scale: hold what it is now</source>
        <translation>色阶：锁定为当前</translation>
    </message>
    <message>
        <source>Scale: this layer</source>
        <translation>色阶：此层</translation>
    </message>
    <message>
        <source>Scale: this map</source>
        <translation>色阶：本图</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>平滑</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Attribution of {0}</source>
        <translation>归因：{0}</translation>
    </message>
    <message>
        <source>Go to {0}</source>
        <translation>转到 {0}</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Load {0}</source>
        <translation>加载 {0}</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>叠加层</translation>
    </message>
</context>
<context>
    <name>PictureMenu</name>
    <message>
        <source>All its pictures, to go through</source>
        <translation>其中的所有图片，可逐张浏览</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Frame by frame, or played</source>
        <translation>逐帧浏览或播放</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>下一帧</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>下一张图片</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open folder …</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Open video</source>
        <translation>打开视频</translation>
    </message>
    <message>
        <source>Open video …</source>
        <translation>打开视频…</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>上一帧</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>上一张图片</translation>
    </message>
</context>
<context>
    <name>PictureSources</name>
    <message>
        <source>Fetch it</source>
        <translation>获取</translation>
    </message>
    <message>
        <source>Fetching the picture: {0}</source>
        <translation>正在获取图片：{0}</translation>
    </message>
</context>
<context>
    <name>PinRow</name>
    <message>
        <source>Let go of it  (Delete)</source>
        <translation>取消固定  (Delete)</translation>
    </message>
    <message>
        <source>Pinned queries</source>
        <translation>固定的查询</translation>
    </message>
    <message>
        <source>pin {number} · {name}</source>
        <translation>固定 {number} · {name}</translation>
    </message>
    <message>
        <source>{rows} × {columns} cells, at most {high}</source>
        <translation>{rows} × {columns} 个单元格，最大 {high}</translation>
    </message>
</context>
<context>
    <name>PinnedPicture</name>
    <message>
        <source>There is no picture to pin yet: drop one first.</source>
        <translation>还没有可固定的图片：请先拖入一张。</translation>
    </message>
</context>
<context>
    <name>PinsPart</name>
    <message>
        <source>Let go of all</source>
        <translation>全部取消</translation>
    </message>
    <message>
        <source>Let go of every pinned place</source>
        <translation>取消所有固定的位置</translation>
    </message>
    <message>
        <source>Let go of the place</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Pin the picked place, to compare it with others  (P)</source>
        <translation>固定所选位置，以便与其他位置比较  (P)</translation>
    </message>
    <message>
        <source>Pin the place</source>
        <translation>固定位置</translation>
    </message>
    <message>
        <source>query at ({0}, {1})</source>
        <translation>查询位于（{0}, {1}）</translation>
    </message>
</context>
<context>
    <name>PlainPage</name>
    <message>
        <source>Tables of weights</source>
        <translation>权重表</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>down: {0} · across: {1}</source>
        <translation>纵向：{0} · 横向：{1}</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>{0} cells, each the mean of a block</source>
        <translation>{0} 个单元格，每个是一块的均值</translation>
    </message>
    <message>
        <source>{0} {1}, {2} {3}: {4}</source>
        <translation>{0} {1}，{2} {3}：{4}</translation>
    </message>
</context>
<context>
    <name>PredictionBars</name>
    <message>
        <source>Prediction</source>
        <translation>预测</translation>
    </message>
</context>
<context>
    <name>PredictionPanel</name>
    <message>
        <source>PREDICTION</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>⚠ random head: the features are learnt, the prediction is not</source>
        <translation>⚠ 随机分类头：特征是学到的，预测不是</translation>
    </message>
    <message>
        <source>⚠ random weights: untrained</source>
        <translation>⚠ 随机权重：未经训练</translation>
    </message>
</context>
<context>
    <name>PreparationForm</name>
    <message>
        <source>&amp;Fit</source>
        <translation>适配(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Input size</source>
        <translation>输入尺寸(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Mean</source>
        <translation>均值(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Standard deviation</source>
        <translation>标准差(&amp;S)</translation>
    </message>
    <message>
        <source>Back to the network&apos;s own</source>
        <translation>恢复网络自己的设置</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Mean and standard deviation: {0}</source>
        <translation>均值和标准差：{0}</translation>
    </message>
    <message>
        <source>Red, green and blue, on the scale 0 to 1</source>
        <translation>红、绿、蓝，范围 0 到 1</translation>
    </message>
    <message>
        <source>Take back every change in this form</source>
        <translation>撤回此表单中的所有更改</translation>
    </message>
    <message>
        <source>changed; guessed: {0}</source>
        <translation>已更改；推测值：{0}</translation>
    </message>
    <message>
        <source>changed; own: {0}</source>
        <translation>已更改；原值：{0}</translation>
    </message>
    <message>
        <source>mean {0}
standard deviation {1}</source>
        <translation>均值 {0}
标准差 {1}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>the network&apos;s own</source>
        <translation>网络自己的</translation>
    </message>
    <message>
        <source>⚠ guessed: nobody says it</source>
        <translation>⚠ 推测：没有说明</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>{0}/s</source>
        <translation>{0}/秒</translation>
    </message>
</context>
<context>
    <name>QueryChoice</name>
    <message>
        <source>Back to it from a picked place  (C)</source>
        <translation>从所选位置返回  (C)</translation>
    </message>
    <message>
        <source>Click a place on the picture to pick it</source>
        <translation>点击图片上的位置来选取</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>How much every place attends to it  (D)</source>
        <translation>每个位置对它的注意程度  (D)</translation>
    </message>
    <message>
        <source>How much it attends to every place  (D)</source>
        <translation>它对每个位置的注意程度  (D)</translation>
    </message>
    <message>
        <source>click the picture</source>
        <translation>点击图片</translation>
    </message>
    <message>
        <source>picked {0}</source>
        <translation>已选 {0}</translation>
    </message>
    <message>
        <source>where it looks</source>
        <translation>它注意哪里</translation>
    </message>
    <message>
        <source>who looks at it</source>
        <translation>谁注意它</translation>
    </message>
</context>
<context>
    <name>Readout</name>
    <message>
        <source>Under the pointer</source>
        <translation>指针下方</translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>Search the networks</source>
        <translation>搜索网络</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Connect again</source>
        <translation>重新连接</translation>
    </message>
    <message>
        <source>Start the engine again</source>
        <translation>重新启动引擎</translation>
    </message>
    <message>
        <source>Starting the engine …</source>
        <translation>正在启动引擎…</translation>
    </message>
    <message>
        <source>The network has not heard that it is to stop: wait for it, or end it with its engine.</source>
        <translation>网络没有收到停止的请求：请等待，或连同引擎一起结束。</translation>
    </message>
    <message>
        <source>{0} It was started again.</source>
        <translation>{0} 已重新启动。</translation>
    </message>
</context>
<context>
    <name>SessionDialogs</name>
    <message>
        <source>Open session</source>
        <translation>打开会话</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>保存会话</translation>
    </message>
    <message>
        <source>Saved {0}.</source>
        <translation>已保存 {0}。</translation>
    </message>
</context>
<context>
    <name>SessionOpening</name>
    <message>
        <source>Leave it out</source>
        <translation>略过</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Run it only if you know what it does. Without it the rest is opened.</source>
        <translation>只在知道它做什么时才运行。不运行时会打开其余内容。</translation>
    </message>
    <message>
        <source>The network of this session is made by the code in {0}.</source>
        <translation>此会话的网络由 {0} 中的代码创建。</translation>
    </message>
    <message>
        <source>This session runs code</source>
        <translation>此会话会运行代码</translation>
    </message>
    <message>
        <source>{0} of this session is not where it was; the rest was opened.</source>
        <translation>此会话的 {0} 不在原处；其余已打开。</translation>
    </message>
</context>
<context>
    <name>SimilarityGrid</name>
    <message>
        <source>Similarity of heads</source>
        <translation>头的相似度</translation>
    </message>
    <message>
        <source>cosine of their attention matrices, 1: the same</source>
        <translation>注意力矩阵的余弦，1 表示相同</translation>
    </message>
    <message>
        <source>head {0} and {1}: {2}</source>
        <translation>头 {0} 与 {1}：{2}</translation>
    </message>
    <message>
        <source>head {number} of {count}</source>
        <translation>头 {number}，共 {count} 个</translation>
    </message>
    <message>
        <source>{count} heads</source>
        <translation>{count} 个头</translation>
    </message>
</context>
<context>
    <name>SimilarityTab</name>
    <message>
        <source>Comparing the heads …</source>
        <translation>正在比较各头…</translation>
    </message>
    <message>
        <source>Cosine of matrices, colours from {0} to 1</source>
        <translation>矩阵的余弦，颜色从 {0} 到 1</translation>
    </message>
    <message>
        <source>One head alone</source>
        <translation>只有一个头</translation>
    </message>
    <message>
        <source>Over {0} of the queries, evenly spread</source>
        <translation>取 {0} 的查询，均匀分布</translation>
    </message>
    <message>
        <source>There is nothing to compare it with</source>
        <translation>没有可以比较的对象</translation>
    </message>
    <message>
        <source>entropy of the weights, nats</source>
        <translation>权重的熵，奈特</translation>
    </message>
    <message>
        <source>head {0} and {1}: {2}</source>
        <translation>头 {0} 与 {1}：{2}</translation>
    </message>
    <message>
        <source>mean attention distance, pixels</source>
        <translation>平均注意力距离，像素</translation>
    </message>
</context>
<context>
    <name>SizeField</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Columns of the network&apos;s input, in pixels</source>
        <translation>网络输入的列数，单位像素</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Rows of the network&apos;s input, in pixels</source>
        <translation>网络输入的行数，单位像素</translation>
    </message>
    <message>
        <source>rows × columns</source>
        <translation>行 × 列</translation>
    </message>
</context>
<context>
    <name>SourceControls</name>
    <message>
        <source>Both in one picture, parted by a line that can be dragged  (X)</source>
        <translation>两者放在一张图片里，由可拖动的线分开  (X)</translation>
    </message>
    <message>
        <source>The query under the pointer is shown while it moves  (L)</source>
        <translation>指针移动时显示其下方的查询  (L)</translation>
    </message>
    <message>
        <source>What lies over the picture</source>
        <translation>叠加在图片上的内容</translation>
    </message>
    <message>
        <source>What stands beside it</source>
        <translation>旁边显示的内容</translation>
    </message>
    <message>
        <source>What stands beside it, to be compared</source>
        <translation>旁边显示的内容，用于比较</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>split</source>
        <translation>分屏</translation>
    </message>
</context>
<context>
    <name>SourceMenu</name>
    <message>
        <source>Beside it</source>
        <translation>旁边</translation>
    </message>
    <message>
        <source>Beside it: {0}</source>
        <translation>旁边：{0}</translation>
    </message>
    <message>
        <source>Class of attributions</source>
        <translation>归因的类别</translation>
    </message>
    <message>
        <source>Discard ratio</source>
        <translation>丢弃比例</translation>
    </message>
    <message>
        <source>Discard {0} % of the weakest attention</source>
        <translation>丢弃最弱的 {0} % 注意力</translation>
    </message>
    <message>
        <source>Next beside it</source>
        <translation>旁边：下一个</translation>
    </message>
    <message>
        <source>Next source</source>
        <translation>下一个来源</translation>
    </message>
    <message>
        <source>Over the picture</source>
        <translation>叠加在图片上</translation>
    </message>
    <message>
        <source>Over the picture: {0}</source>
        <translation>叠加在图片上：{0}</translation>
    </message>
    <message>
        <source>Pin this picture beside the next</source>
        <translation>固定此图片，与下一张并排</translation>
    </message>
    <message>
        <source>Previous beside it</source>
        <translation>旁边：上一个</translation>
    </message>
    <message>
        <source>Previous source</source>
        <translation>上一个来源</translation>
    </message>
    <message>
        <source>Split the picture between both</source>
        <translation>图片由两者分屏</translation>
    </message>
    <message>
        <source>Take the pinned picture away</source>
        <translation>移除固定的图片</translation>
    </message>
    <message>
        <source>The most probable</source>
        <translation>最可能的类别</translation>
    </message>
</context>
<context>
    <name>SourceOptions</name>
    <message>
        <source>Class of the attribution</source>
        <translation>归因的类别</translation>
    </message>
    <message>
        <source>Discard ratio</source>
        <translation>丢弃比例</translation>
    </message>
    <message>
        <source>Share of the weakest attention that every layer leaves out</source>
        <translation>每层略去的最弱注意力的份额</translation>
    </message>
    <message>
        <source>The class that it is made for; a click on the prediction chooses it too</source>
        <translation>所针对的类别；点击预测也可以选择</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>discard {0} %</source>
        <translation>丢弃 {0} %</translation>
    </message>
    <message>
        <source>the most probable</source>
        <translation>最可能的类别</translation>
    </message>
</context>
<context>
    <name>SpatialPage</name>
    <message>
        <source>Not there yet, or this layer has none.</source>
        <translation>还没有，或此层没有。</translation>
    </message>
    <message>
        <source>Root mean square over channels of what the weights multiply</source>
        <translation>权重所乘内容在各通道上的均方根</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>The factors of the places</source>
        <translation>各位置的系数</translation>
    </message>
    <message>
        <source>Weights times energy: how strongly a place goes on</source>
        <translation>权重乘能量：一个位置有多强地传下去</translation>
    </message>
    <message>
        <source>energy</source>
        <translation>能量</translation>
    </message>
    <message>
        <source>places</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>product</source>
        <translation>乘积</translation>
    </message>
    <message>
        <source>row {0}, column {1}: {2}</source>
        <translation>行 {0}，列 {1}：{2}</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>{0} × {1} places · Ctrl and the wheel zoom until the numbers can be read</source>
        <translation>{0} × {1} 个位置 · Ctrl 加滚轮放大，直到能看清数字</translation>
    </message>
</context>
<context>
    <name>SplitHandle</name>
    <message>
        <source>Drag it, or move it with ← and →. A double click puts it into the middle.</source>
        <translation>拖动它，或用 ← 和 → 移动。双击放回中间。</translation>
    </message>
    <message>
        <source>Line between two pictures</source>
        <translation>两张图片之间的线</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Ctrl+O opens one · Ctrl+V pastes one</source>
        <translation>Ctrl+O 打开 · Ctrl+V 粘贴</translation>
    </message>
    <message>
        <source>Drop an image here</source>
        <translation>把图片拖到这里</translation>
    </message>
    <message>
        <source>Picture with attention</source>
        <translation>带注意力的图片</translation>
    </message>
    <message>
        <source>Plus, minus and 0 zoom; Shift and arrows point at a place, Return picks it.</source>
        <translation>加号、减号和 0 缩放；Shift 加方向键指向位置，回车键选取。</translation>
    </message>
</context>
<context>
    <name>StagePanel</name>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Every channel of every layer  (F4)</source>
        <translation>所有层的所有通道  (F4)</translation>
    </message>
    <message>
        <source>Every head of every layer  (F3)</source>
        <translation>所有层的所有头  (F3)</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>注意力头</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>The picture, with what the network attends to  (F2)</source>
        <translation>图片，以及网络所注意的内容  (F2)</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>after its gate</source>
        <translation>门控之后</translation>
    </message>
    <message>
        <source>before its gate</source>
        <translation>门控之前</translation>
    </message>
    <message>
        <source>channel {0} {1}</source>
        <translation>通道 {0} {1}</translation>
    </message>
</context>
<context>
    <name>StripPanel</name>
    <message>
        <source>STEP THROUGH</source>
        <translation>逐层浏览</translation>
    </message>
    <message>
        <source>STEP THROUGH   {0}</source>
        <translation>逐层浏览   {0}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop what runs  (Esc)</source>
        <translation>停止正在运行的任务  (Esc)</translation>
    </message>
    <message>
        <source>no attention found</source>
        <translation>没有找到注意力</translation>
    </message>
    <message>
        <source>the engine has stopped</source>
        <translation>引擎已停止</translation>
    </message>
</context>
<context>
    <name>ThumbnailModel</name>
    <message>
        <source>{0}  ·  {1} of {2}</source>
        <translation>{0}  ·  {1} / {2}</translation>
    </message>
    <message>
        <source>{0}  ·  {1} × {2} pixels</source>
        <translation>{0}  ·  {1} × {2} 像素</translation>
    </message>
</context>
<context>
    <name>ThumbnailStrip</name>
    <message>
        <source>Pictures of the album</source>
        <translation>图集中的图片</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>The network: choose another</source>
        <translation>网络：选择另一个</translation>
    </message>
    <message>
        <source>Where it runs</source>
        <translation>在哪里运行</translation>
    </message>
    <message>
        <source>Where it runs, and in how many bits</source>
        <translation>在哪里运行，用多少位计算</translation>
    </message>
    <message>
        <source>preparation guessed</source>
        <translation>预处理为推测</translation>
    </message>
    <message>
        <source>{0:,} parameters</source>
        <translation>{0:,} 个参数</translation>
    </message>
    <message>
        <source>⚠ random head</source>
        <translation>⚠ 随机分类头</translation>
    </message>
    <message>
        <source>⚠ random weights</source>
        <translation>⚠ 随机权重</translation>
    </message>
</context>
<context>
    <name>ValueMap</name>
    <message>
        <source>Map with its values</source>
        <translation>带数值的热力图</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>{0} × {1} cells</source>
        <translation>{0} × {1} 个单元格</translation>
    </message>
    <message>
        <source>{rows} {row}, {columns} {column}: {value}</source>
        <translation>{rows} {row}，{columns} {column}：{value}</translation>
    </message>
</context>
<context>
    <name>Video</name>
    <message>
        <source>Reading {0} …</source>
        <translation>正在读取 {0}…</translation>
    </message>
    <message>
        <source>{0} · frame {1}</source>
        <translation>{0} · 帧 {1}</translation>
    </message>
</context>
<context>
    <name>VideoBar</name>
    <message>
        <source>A frame&apos;s number, or a time: 37, 1:02.5</source>
        <translation>帧的编号或时间：37, 1:02.5</translation>
    </message>
    <message>
        <source>Frames of the film</source>
        <translation>视频的帧</translation>
    </message>
    <message>
        <source>Go to a frame or a time</source>
        <translation>转到某一帧或某个时间</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>下一帧</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>上一帧</translation>
    </message>
    <message>
        <source>go to</source>
        <translation>转到</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>Every channel of every layer</source>
        <translation>所有层的所有通道</translation>
    </message>
    <message>
        <source>Every head of every layer</source>
        <translation>所有层的所有头</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Go to the next pane</source>
        <translation>转到下一个面板</translation>
    </message>
    <message>
        <source>Go to the pane before</source>
        <translation>转到上一个面板</translation>
    </message>
    <message>
        <source>Pane: {0}</source>
        <translation>面板：{0}</translation>
    </message>
    <message>
        <source>Panes</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Reset the panes</source>
        <translation>重置面板</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Theme: as the system</source>
        <translation>主题：跟随系统</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>主题：深色</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>主题：浅色</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>整张图片</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
</context>
<context>
    <name>WallView</name>
    <message>
        <source>Choose a vision transformer in the Network menu</source>
        <translation>请在“网络”菜单中选择一个视觉 Transformer</translation>
    </message>
    <message>
        <source>Drop an image on the window</source>
        <translation>请把图片拖入窗口</translation>
    </message>
    <message>
        <source>Lay the photo faintly under every map</source>
        <translation>在每张热力图下淡淡地衬上照片</translation>
    </message>
    <message>
        <source>No heads with a place on the picture</source>
        <translation>没有在图片上有位置的头</translation>
    </message>
    <message>
        <source>Nothing has run yet</source>
        <translation>还没有运行过任何内容</translation>
    </message>
    <message>
        <source>Show every head of every layer  (0); Ctrl and the wheel, + and − zoom</source>
        <translation>显示所有层的所有头  (0)；Ctrl 加滚轮、+ 和 − 缩放</translation>
    </message>
    <message>
        <source>Whole sheet</source>
        <translation>整张</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>{0} heads of {1} layers</source>
        <translation>{1} 层的 {0} 个头</translation>
    </message>
    <message>
        <source>{0} layers without a place on the picture are left out</source>
        <translation>略去了 {0} 个在图片上没有位置的层</translation>
    </message>
</context>
<context>
    <name>WebPictures</name>
    <message>
        <source>Only addresses that begin with http:// or https:// can be fetched.</source>
        <translation>只能获取以 http:// 或 https:// 开头的地址。</translation>
    </message>
    <message>
        <source>The picture could not be fetched from {0}: {1}.</source>
        <translation>无法从 {0} 获取图片：{1}。</translation>
    </message>
    <message>
        <source>The picture is larger than {0} MB: save it, and drop the file.</source>
        <translation>图片超过 {0} MB：请保存后拖入文件。</translation>
    </message>
    <message>
        <source>There is no {0}, or no connection to the internet.</source>
        <translation>没有 {0}，或没有连接到互联网。</translation>
    </message>
    <message>
        <source>{0} did not answer in time: try again, or save the picture and drop the file.</source>
        <translation>{0} 没有及时响应：请重试，或保存图片后拖入文件。</translation>
    </message>
    <message>
        <source>{0} does not give the picture away (HTTP {1}): save it, and drop the file.</source>
        <translation>{0} 不提供该图片（HTTP {1}）：请保存后拖入文件。</translation>
    </message>
    <message>
        <source>{0} has sent a page, not a picture: copy the picture itself.</source>
        <translation>{0} 发来的是网页而不是图片：请复制图片本身。</translation>
    </message>
    <message>
        <source>{0} has sent nothing.</source>
        <translation>{0} 没有发来任何内容。</translation>
    </message>
    <message>
        <source>{0} leads to an address that is not safe to fetch.</source>
        <translation>{0} 指向一个不宜获取的地址。</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Layer in detail</source>
        <translation>当前层详情</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Strip of layers</source>
        <translation>层条</translation>
    </message>
</context>
<context>
    <name>_GuessRow</name>
    <message>
        <source>≈ names and sizes are alike</source>
        <translation>≈ 名称和大小相似</translation>
    </message>
    <message>
        <source>✓ names and sizes all match</source>
        <translation>✓ 名称和大小全部匹配</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source> (does the command ask for a terminal, as with `ssh -t`? leave that out)</source>
        <translation>（命令是否需要终端，如 `ssh -t`？请去掉）</translation>
    </message>
    <message>
        <source> (the newest that it wrote is &quot;{0}&quot;)</source>
        <translation>（最新的输出是“{0}”）</translation>
    </message>
    <message>
        <source> ({0}, line {1})</source>
        <translation>（{0}，第 {1} 行）</translation>
    </message>
    <message>
        <source> and {0} more</source>
        <translation> 等另外 {0} 个</translation>
    </message>
    <message>
        <source> of type {0}</source>
        <translation>，类型为 {0}</translation>
    </message>
    <message>
        <source> to cuda:{0}</source>
        <translation> 到 cuda:{0}</translation>
    </message>
    <message>
        <source>&quot;--scale held&quot; needs what it holds: add --held LOW,HIGH</source>
        <translation>“--scale held”需要锁定的范围：请加上 --held LOW,HIGH</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; holds what no session can hold</source>
        <translation>“{0}”中有会话不可能包含的内容</translation>
    </message>
    <message>
        <source>1 more tensor has</source>
        <translation>另有 1 个张量</translation>
    </message>
    <message>
        <source>1 number</source>
        <translation>1 个数</translation>
    </message>
    <message>
        <source>16 bits per channel shown as 8</source>
        <translation>每通道 16 位按 8 位显示</translation>
    </message>
    <message>
        <source>A class is asked for by its number, not by {0}.</source>
        <translation>类别要用编号指定，不能用 {0}。</translation>
    </message>
    <message>
        <source>A feature map belongs to one channel: name its number.</source>
        <translation>特征图属于一个通道：请给出其编号。</translation>
    </message>
    <message>
        <source>A matrix over {0} tokens takes {1}, which is too much to follow: choose a smaller input size.</source>
        <translation>{0} 个 token 的矩阵需要 {1}，太大而无法追踪：请选择更小的输入尺寸。</translation>
    </message>
    <message>
        <source>A network for {0} channels has no use for images in colour: it needs 3.</source>
        <translation>{0} 个通道的网络不能用于彩色图片：需要 3 个。</translation>
    </message>
    <message>
        <source>A network needs at least 1 class to name, but got {0}: give another number.</source>
        <translation>网络至少需要 1 个类别，但得到 {0}：请换一个数。</translation>
    </message>
    <message>
        <source>A part of the program could not be loaded ({0}): install it again.</source>
        <translation>程序的一部分无法加载（{0}）：请重新安装。</translation>
    </message>
    <message>
        <source>A picture must be (H, W, 3) of eight bits, but this is {0} of {1}.</source>
        <translation>图片必须是八位的 (H, W, 3)，但这是 {0}，类型 {1}。</translation>
    </message>
    <message>
        <source>A recording already runs in this thread: let it end before starting another.</source>
        <translation>此线程中已有记录在进行：请等它结束后再开始。</translation>
    </message>
    <message>
        <source>A residual network has no stem {0}: choose {1}.</source>
        <translation>残差网络没有名为 {0} 的起始层：请从 {1} 中选择。</translation>
    </message>
    <message>
        <source>A row belongs to one query: name its number or its place.</source>
        <translation>一行属于一个查询：请给出其编号或位置。</translation>
    </message>
    <message>
        <source>A saved pass has no attribution to a class: export the image with its network.</source>
        <translation>保存的运行没有对类别的归因：请用其网络导出图片。</translation>
    </message>
    <message>
        <source>A saved pass holds no feature maps: record it again with its network.</source>
        <translation>保存的运行不含特征图：请用其网络重新记录。</translation>
    </message>
    <message>
        <source>A saved pass holds no gradients: record it again with its network.</source>
        <translation>保存的运行不含梯度：请用其网络重新记录。</translation>
    </message>
    <message>
        <source>A share from 0 to below 1 of the attention can be discarded, not {0}.</source>
        <translation>可以丢弃的注意力份额为 0 到小于 1，不能是 {0}。</translation>
    </message>
    <message>
        <source>A standard deviation of {0} divides nothing: give numbers above 0.</source>
        <translation>标准差 {0} 不能作除数：请给出大于 0 的数。</translation>
    </message>
    <message>
        <source>All these weights need {0}, but {1}: {2}.</source>
        <translation>所有这些权重需要 {0}，但{1}：{2}。</translation>
    </message>
    <message>
        <source>An input of {0} x {1} pixels is larger than {2}: give a smaller size.</source>
        <translation>{0} x {1} 像素的输入大于 {2}：请给出更小的尺寸。</translation>
    </message>
    <message>
        <source>An input of {0} x {1} pixels is none: give a size of 1 or more.</source>
        <translation>{0} x {1} 像素不成输入：请给出 1 或更大的尺寸。</translation>
    </message>
    <message>
        <source>An input&apos;s size is rows and columns, in whole pixels, but not {0}.</source>
        <translation>输入尺寸是以整像素计的行和列，不能是 {0}。</translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <translation>Apple GPU</translation>
    </message>
    <message>
        <source>Asking for {0} …</source>
        <translation>正在请求 {0}…</translation>
    </message>
    <message>
        <source>Attention flow to each of {0} tokens takes too long: choose rollout, or a smaller input size.</source>
        <translation>对 {0} 个 token 逐一计算注意力流太慢：请选择 rollout，或更小的输入尺寸。</translation>
    </message>
    <message>
        <source>Attributions need captum, which is not installed: run pip install captum.</source>
        <translation>归因需要 captum，但没有安装：请运行 pip install captum。</translation>
    </message>
    <message>
        <source>CPU, {0} threads</source>
        <translation>CPU，{0} 个线程</translation>
    </message>
    <message>
        <source>Connecting to {0} …</source>
        <translation>正在连接 {0}…</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>设备或资源正忙</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>超出磁盘配额</translation>
    </message>
    <message>
        <source>Downloading {0}</source>
        <translation>正在下载 {0}</translation>
    </message>
    <message>
        <source>Feature maps belong to channels: name their numbers.</source>
        <translation>特征图属于通道：请给出通道编号。</translation>
    </message>
    <message>
        <source>Fetching {0}</source>
        <translation>正在获取 {0}</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名太长</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>文件太大</translation>
    </message>
    <message>
        <source>Frame {0} of {1} cannot be decoded: the file is damaged there.</source>
        <translation>第 {0} 帧（共 {1} 帧）无法解码：文件在那里损坏。</translation>
    </message>
    <message>
        <source>Grad-CAM needs a feature map inside the network on which the class depends at more than one place, and {0} has none that can be seen: choose integrated gradients.</source>
        <translation>Grad-CAM 需要网络内部有一张特征图，类别在多个位置上取决于它，而 {0} 没有可见的这种图：请选择积分梯度。</translation>
    </message>
    <message>
        <source>Gradients of a class need a network that returns scores (images, classes), but this one returns something else: give gradients a function of its output that returns one number.</source>
        <translation>类别的梯度需要网络返回得分 (images, classes)，但此网络返回其他内容：请给梯度一个由其输出得到单个数的函数。</translation>
    </message>
    <message>
        <source>Gradients were not asked for: record the pass with gradients=class_number.</source>
        <translation>没有要求梯度：请用 gradients=class_number 记录运行。</translation>
    </message>
    <message>
        <source>HF_HUB_OFFLINE is set</source>
        <translation>HF_HUB_OFFLINE 已设置</translation>
    </message>
    <message>
        <source>Heads can be combined by mean, max or min, not by {0}.</source>
        <translation>头可以按均值、最大值或最小值合并，不能按 {0}。</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>输入/输出错误</translation>
    </message>
    <message>
        <source>Integrated gradients …</source>
        <translation>正在计算积分梯度…</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>是文件夹</translation>
    </message>
    <message>
        <source>It begins with {0}: what ran before is no self-attention over the same tokens.</source>
        <translation>从 {0} 开始：此前运行的不是同一组 token 上的自注意力。</translation>
    </message>
    <message>
        <source>Keeping all attention of this pass would take about {0}, but {1}: layers beyond that are worked out again when they are looked at, which takes a pass each.</source>
        <translation>保存此次运行的全部注意力约需 {0}，但{1}：超出的层在查看时重新计算，每层需要一次运行。</translation>
    </message>
    <message>
        <source>Loading {0} …</source>
        <translation>正在加载 {0}…</translation>
    </message>
    <message>
        <source>Moving {0} to {1}</source>
        <translation>正在把 {0} 移到 {1}</translation>
    </message>
    <message>
        <source>Moving {0} to {1} …</source>
        <translation>正在把 {0} 移到 {1}…</translation>
    </message>
    <message>
        <source>MultiHeadAttention needs Q (B, n_q, d_q_in) of 3 dimensions, but got {0}.</source>
        <translation>MultiHeadAttention 需要三维的 Q (B, n_q, d_q_in)，但得到 {0}。</translation>
    </message>
    <message>
        <source>MultiHeadAttention needs sizes of at least 1, but got {0}.</source>
        <translation>MultiHeadAttention 的各尺寸至少为 1，但得到 {0}。</translation>
    </message>
    <message>
        <source>MultiHeadAttention was built for Q, K, V of widths {0}, but got {1}.</source>
        <translation>MultiHeadAttention 按 Q、K、V 的宽度 {0} 建立，但得到 {1}。</translation>
    </message>
    <message>
        <source>No answer yet from {0}{1}: {2}.</source>
        <translation>{0} 还没有响应{1}：{2}。</translation>
    </message>
    <message>
        <source>No connection to {0} ({1}): {2}.</source>
        <translation>无法连接到 {0}（{1}）：{2}。</translation>
    </message>
    <message>
        <source>No connection to {0}: what is on this machine already goes on working.</source>
        <translation>无法连接到 {0}：本机已有的仍可使用。</translation>
    </message>
    <message>
        <source>No file was named: choose one.</source>
        <translation>没有指定文件：请选择一个。</translation>
    </message>
    <message>
        <source>No gradient comes to this layer: what was asked for does not depend on it, or the network cuts the way after it (detach, no_grad, numbers that are not differentiable): ask for something else, or take the cut away.</source>
        <translation>没有梯度到达此层：所要求的内容不取决于它，或网络在其后切断了路径（detach、no_grad、不可微的数）：请要求其他内容，或去掉切断。</translation>
    </message>
    <message>
        <source>No key lies at row {0}, column {1} of the input: choose another place.</source>
        <translation>输入的第 {0} 行第 {1} 列没有键：请选择其他位置。</translation>
    </message>
    <message>
        <source>No layer has a head {0}: {1}</source>
        <translation>没有层有头 {0}：{1}</translation>
    </message>
    <message>
        <source>No layer up to here has attention from one place to another: choose a later one.</source>
        <translation>到此为止没有从一个位置到另一个位置的注意力层：请选择更后面的层。</translation>
    </message>
    <message>
        <source>No network is loaded yet: load one first.</source>
        <translation>还没有加载网络：请先加载一个。</translation>
    </message>
    <message>
        <source>No picture is pinned beside this one: pin one first.</source>
        <translation>旁边没有固定图片：请先固定一张。</translation>
    </message>
    <message>
        <source>No query lies at row {0}, column {1} of the input: choose one by its number.</source>
        <translation>输入的第 {0} 行第 {1} 列没有查询：请用编号选择。</translation>
    </message>
    <message>
        <source>No query of this layer lies there: click another place.</source>
        <translation>此层没有查询在那里：请点击其他位置。</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有那个文件或文件夹</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet: open a picture first.</source>
        <translation>还没有任何记录：请先打开图片。</translation>
    </message>
    <message>
        <source>Only the part of {0} that sees was loaded ({1}).</source>
        <translation>只加载了 {0} 的视觉部分（{1}）。</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>不允许该操作</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>Query {0} is padding, which has no part in the image: choose another one.</source>
        <translation>查询 {0} 是填充，不属于图像：请选择另一个。</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>文件系统只读</translation>
    </message>
    <message>
        <source>Reading {0} …</source>
        <translation>正在读取 {0}…</translation>
    </message>
    <message>
        <source>Running the network with gradients …</source>
        <translation>正在带梯度运行网络…</translation>
    </message>
    <message>
        <source>Several classes are called {0}: give the number of one ({1})</source>
        <translation>有几个类别都叫 {0}：请给出其中一个的编号（{1}）</translation>
    </message>
    <message>
        <source>SpatialAttention needs an odd kernel size such as 3 or 7, but got {0}.</source>
        <translation>SpatialAttention 需要奇数的核大小，例如 3 或 7，但得到 {0}。</translation>
    </message>
    <message>
        <source>The GPU&apos;s</source>
        <translation>GPU 的</translation>
    </message>
    <message>
        <source>The cache of the Hugging Face hub</source>
        <translation>Hugging Face hub 的缓存</translation>
    </message>
    <message>
        <source>The computer&apos;s</source>
        <translation>本机的</translation>
    </message>
    <message>
        <source>The config.json of {0} says what no network can be ({1}): mend it.</source>
        <translation>{0} 的 config.json 给出了网络不可能有的内容（{1}）：请修正。</translation>
    </message>
    <message>
        <source>The configuration of {0} has no {1}: it has {2}.</source>
        <translation>{0} 的配置没有 {1}：它有 {2}。</translation>
    </message>
    <message>
        <source>The connection to {0} broke off after {1} of {2} bytes: try again.</source>
        <translation>与 {0} 的连接在 {1} 字节（共 {2}）后中断：请重试。</translation>
    </message>
    <message>
        <source>The device {0} is not to be had here ({1}): choose auto or cpu.</source>
        <translation>设备 {0} 在此不可用（{1}）：请选择 auto 或 cpu。</translation>
    </message>
    <message>
        <source>The disk is full, in {0}: make room there and try again.</source>
        <translation>{0} 所在磁盘已满：请腾出空间后重试。</translation>
    </message>
    <message>
        <source>The edit of {0} has no place {1}: its weights are ({2}).</source>
        <translation>对 {0} 的编辑没有位置 {1}：其权重为 ({2})。</translation>
    </message>
    <message>
        <source>The engine could not be started with {0} ({1}): {2}.</source>
        <translation>无法用 {0} 启动引擎（{1}）：{2}。</translation>
    </message>
    <message>
        <source>The engine could not be started with {0}: {1}.</source>
        <translation>无法用 {0} 启动引擎：{1}。</translation>
    </message>
    <message>
        <source>The engine holds no pass {0}: ask for none, or for &apos;beside&apos;.</source>
        <translation>引擎中没有运行 {0}：请不要指定，或指定 &apos;beside&apos;。</translation>
    </message>
    <message>
        <source>The engine knows no request {0}: window and engine must be of the same version.</source>
        <translation>引擎不认识请求 {0}：窗口和引擎必须是同一版本。</translation>
    </message>
    <message>
        <source>The engine on {0} is of another version (attnscope {1}, protocol {2}) than this window (attnscope {3}, protocol {4}): {5}.</source>
        <translation>{0} 上的引擎版本（attnscope {1}，协议 {2}）与此窗口（attnscope {3}，协议 {4}）不同：{5}。</translation>
    </message>
    <message>
        <source>The engine {0}.</source>
        <translation>引擎{0}。</translation>
    </message>
    <message>
        <source>The engine {0}: {1}.</source>
        <translation>引擎{0}：{1}。</translation>
    </message>
    <message>
        <source>The engine&apos;s answer could not be read: {0}{1}.</source>
        <translation>无法读取引擎的响应：{0}{1}。</translation>
    </message>
    <message>
        <source>The engine&apos;s command is empty: name one, as in {0}.</source>
        <translation>引擎的命令为空：请给出一个，例如 {0}。</translation>
    </message>
    <message>
        <source>The engine&apos;s command {0} cannot be read ({1}): write it as in {2}.</source>
        <translation>引擎的命令 {0} 无法读取（{1}）：请写成 {2}。</translation>
    </message>
    <message>
        <source>The engine&apos;s command {0} has a quotation without an end: close it, as in {1}.</source>
        <translation>引擎的命令 {0} 中有未闭合的引号：请补上，例如 {1}。</translation>
    </message>
    <message>
        <source>The error of this layer was not known when the pass was saved.</source>
        <translation>保存此次运行时不知道此层的误差。</translation>
    </message>
    <message>
        <source>The folder {0} cannot be read: {1}.</source>
        <translation>文件夹 {0} 无法读取：{1}。</translation>
    </message>
    <message>
        <source>The folder {0} holds no weights.</source>
        <translation>文件夹 {0} 中没有权重。</translation>
    </message>
    <message>
        <source>The folder {0} lacks {1}, a part of its weights: copy it there.</source>
        <translation>文件夹 {0} 缺少 {1}，它是权重的一部分：请复制到那里。</translation>
    </message>
    <message>
        <source>The folder {0} must not be read by you: change its permissions.</source>
        <translation>您没有读取文件夹 {0} 的权限：请更改其权限。</translation>
    </message>
    <message>
        <source>The frames of {0} are too large: make them smaller first.</source>
        <translation>{0} 的帧太大：请先缩小。</translation>
    </message>
    <message>
        <source>The function given as gradients must return one number, as a tensor that torch made.</source>
        <translation>作为梯度给出的函数必须返回一个数，即 torch 产生的张量。</translation>
    </message>
    <message>
        <source>The labels file {0} cannot be read ({1}): choose another.</source>
        <translation>标签文件 {0} 无法读取（{1}）：请选择其他文件。</translation>
    </message>
    <message>
        <source>The labels file {0} holds no names: write one class name in each line.</source>
        <translation>标签文件 {0} 中没有名称：请每行写一个类别名称。</translation>
    </message>
    <message>
        <source>The labels file {0} is no JSON list of names, nor numbered from 0 on: {1}.</source>
        <translation>标签文件 {0} 不是名称的 JSON 列表，也不是从 0 开始编号：{1}。</translation>
    </message>
    <message>
        <source>The labels file {0} is no JSON that can be read ({1}): {2}.</source>
        <translation>标签文件 {0} 不是可读取的 JSON（{1}）：{2}。</translation>
    </message>
    <message>
        <source>The labels file {0} is no text in UTF-8: save it as that, or choose another.</source>
        <translation>标签文件 {0} 不是 UTF-8 文本：请存为 UTF-8，或选择其他文件。</translation>
    </message>
    <message>
        <source>The link to {0} is broken: it {1}.</source>
        <translation>与 {0} 的连接已断开：它{1}。</translation>
    </message>
    <message>
        <source>The network ended the program (sys.exit), which was not let happen: take that out of its code.</source>
        <translation>网络想结束程序 (sys.exit)，已被阻止：请从其代码中去掉。</translation>
    </message>
    <message>
        <source>The network has changed since this pass was recorded: record it again.</source>
        <translation>记录此次运行之后网络已改变：请重新记录。</translation>
    </message>
    <message>
        <source>The network itself was not called in this recording, or only inside of torch.vmap, so its pass cannot be run again: use record(model, x).</source>
        <translation>此次记录没有调用网络本身，或只在 torch.vmap 中调用，因此无法再次运行：请使用 record(model, x)。</translation>
    </message>
    <message>
        <source>The network knows no class {0}: give its number, or another name</source>
        <translation>网络没有类别 {0}：请给出其编号，或换一个名称</translation>
    </message>
    <message>
        <source>The network was changed from training to evaluation or back since: record the pass again.</source>
        <translation>此后网络在训练与评估模式之间切换过：请重新记录。</translation>
    </message>
    <message>
        <source>The network works without gradients where it applies these weights (no_grad, inference_mode or a reentrant checkpoint inside of it, a scripted module, vmap): take that away for this pass.</source>
        <translation>网络在作用这些权重处不计算梯度（no_grad、inference_mode 或其中的可重入检查点、脚本化模块、vmap）：请在此次运行中去掉。</translation>
    </message>
    <message>
        <source>The network wrote over the values of this layer, so its gradients cannot be worked out.</source>
        <translation>网络覆盖了此层的值，因此无法计算其梯度。</translation>
    </message>
    <message>
        <source>The network wrote over these weights while it ran: record the pass once more.</source>
        <translation>网络在运行时覆盖了这些权重：请再次记录。</translation>
    </message>
    <message>
        <source>The network&apos;s load_state_dict()</source>
        <translation>网络的 load_state_dict()</translation>
    </message>
    <message>
        <source>The network&apos;s state_dict()</source>
        <translation>网络的 state_dict()</translation>
    </message>
    <message>
        <source>The network, run once more to find this out,</source>
        <translation>为查明此事而再次运行的网络</translation>
    </message>
    <message>
        <source>The output of this pass was written over since, so that nobody can tell whether the network is still the same: record it again.</source>
        <translation>此次运行的输出此后被覆盖，因此无法判断网络是否仍然相同：请重新记录。</translation>
    </message>
    <message>
        <source>The pasted image</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>The position embeddings were stretched to {0} x {1} pixels.</source>
        <translation>位置嵌入已拉伸到 {0} x {1} 像素。</translation>
    </message>
    <message>
        <source>The queries of this layer have no place on the image: ask where they look, not who looks.</source>
        <translation>此层的查询在图像上没有位置：请看它们注意哪里，而不是谁在注意。</translation>
    </message>
    <message>
        <source>The request could not be read: {0}.</source>
        <translation>无法读取请求：{0}。</translation>
    </message>
    <message>
        <source>The request to load a network cannot be read: {0}.</source>
        <translation>无法读取加载网络的请求：{0}。</translation>
    </message>
    <message>
        <source>The residual network</source>
        <translation>残差网络</translation>
    </message>
    <message>
        <source>The session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>The tokens of {0} have no place on the image, so that nothing can be laid out there: choose another layer.</source>
        <translation>{0} 的 token 在图像上没有位置，因此无法在那里显示：请选择其他层。</translation>
    </message>
    <message>
        <source>The tour network</source>
        <translation>内置 tour 网络</translation>
    </message>
    <message>
        <source>The tour network needs images (B, 3, {0}, {1}), but got {2}.</source>
        <translation>tour 网络需要图像 (B, 3, {0}, {1})，但得到 {2}。</translation>
    </message>
    <message>
        <source>The tour network takes no arguments and is never random: name it tour alone.</source>
        <translation>tour 网络不接受参数，也从不随机：请只写 tour。</translation>
    </message>
    <message>
        <source>The tour network takes {0} x {1} pixels alone: leave out the size.</source>
        <translation>tour 网络只接受 {0} x {1} 像素：请不要给出尺寸。</translation>
    </message>
    <message>
        <source>The trace cannot be written to {0}: {1}.</source>
        <translation>运行记录无法写入 {0}：{1}。</translation>
    </message>
    <message>
        <source>The weights of timm/{0} are not on this machine yet: add --download to fetch them.</source>
        <translation>timm/{0} 的权重还不在本机：请加上 --download 获取。</translation>
    </message>
    <message>
        <source>The weights of {0} are not on this machine: add --download to fetch them.</source>
        <translation>{0} 的权重不在本机：请加上 --download 获取。</translation>
    </message>
    <message>
        <source>The weights of {0} cannot be edited: its network writes over them.</source>
        <translation>{0} 的权重无法编辑：其网络会覆盖它们。</translation>
    </message>
    <message>
        <source>The weights of {0} cannot be read ({1}): copy or fetch them again.</source>
        <translation>{0} 的权重无法读取（{1}）：请重新复制或获取。</translation>
    </message>
    <message>
        <source>The weights of {0} do not fit its config.json, as {1} {2}: copy both again from one place.</source>
        <translation>{0} 的权重与其 config.json 不匹配，因为 {1}{2}：请从同一处重新复制两者。</translation>
    </message>
    <message>
        <source>The weights of {0} hold more than weights ({1}), which is not read: save the weights alone.</source>
        <translation>{0} 的权重中不只有权重（{1}），不会读取：请只保存权重。</translation>
    </message>
    <message>
        <source>The weights of {0} hold no head that fits: the predictions mean nothing.</source>
        <translation>{0} 的权重中没有匹配的分类头：预测没有意义。</translation>
    </message>
    <message>
        <source>The weights {0} of {1} are for {2} classes, not {3}</source>
        <translation>{1} 的权重 {0} 用于 {2} 个类别，而不是 {3} 个</translation>
    </message>
    <message>
        <source>The weights {0} of {1} are not on this machine</source>
        <translation>{1} 的权重 {0} 不在本机</translation>
    </message>
    <message>
        <source>The weights {0} of {1} {2}{3}.</source>
        <translation>{1} 的权重 {0} {2}{3}。</translation>
    </message>
    <message>
        <source>The {0} has {1} numbers: give one for red, green and blue each, or one for all.</source>
        <translation>{0}有 {1} 个数：请给红、绿、蓝各一个，或共用一个。</translation>
    </message>
    <message>
        <source>The {0} holds something that is no number: give numbers on the scale 0 to 1.</source>
        <translation>{0}中有不是数的内容：请给出 0 到 1 范围内的数。</translation>
    </message>
    <message>
        <source>The {0} is no text but {1}: give a name or a path.</source>
        <translation>{0} 不是文本而是 {1}：请给出名称或路径。</translation>
    </message>
    <message>
        <source>There are no residual networks with {0} gates: choose {1}.</source>
        <translation>没有带 {0} 门控的残差网络：请从 {1} 中选择。</translation>
    </message>
    <message>
        <source>There are no tour weights at {0}: train them with attnscope train-tour.</source>
        <translation>{0} 处没有 tour 的权重：请用 attnscope train-tour 训练。</translation>
    </message>
    <message>
        <source>There is no GPU {0} here: choose cuda:0 to cuda:{1}.</source>
        <translation>这里没有 GPU {0}：请选择 cuda:0 到 cuda:{1}。</translation>
    </message>
    <message>
        <source>There is no GPU {0} here: choose cuda:0.</source>
        <translation>这里没有 GPU {0}：请选择 cuda:0。</translation>
    </message>
    <message>
        <source>There is no Python file {0}: check its name.</source>
        <translation>没有 Python 文件 {0}：请检查其名称。</translation>
    </message>
    <message>
        <source>There is no Python file {0}: check the path in front of the colon.</source>
        <translation>没有 Python 文件 {0}：请检查冒号前的路径。</translation>
    </message>
    <message>
        <source>There is no channel {0}: {1} has channels 0 to {2}.</source>
        <translation>没有通道 {0}：{1} 的通道为 0 到 {2}。</translation>
    </message>
    <message>
        <source>There is no class {0} to take gradients of: this network has classes 0 to {1}.</source>
        <translation>没有可求梯度的类别 {0}：此网络的类别为 0 到 {1}。</translation>
    </message>
    <message>
        <source>There is no class {0}: the network has classes 0 to {1}</source>
        <translation>没有类别 {0}：网络的类别为 0 到 {1}</translation>
    </message>
    <message>
        <source>There is no class {0}: this network has classes 0 to {1}.</source>
        <translation>没有类别 {0}：此网络的类别为 0 到 {1}。</translation>
    </message>
    <message>
        <source>There is no device {0}: choose auto, cpu, cuda, cuda:N or mps.</source>
        <translation>没有设备 {0}：请选择 auto、cpu、cuda、cuda:N 或 mps。</translation>
    </message>
    <message>
        <source>There is no file of weights {0}: check its name.</source>
        <translation>没有权重文件 {0}：请检查其名称。</translation>
    </message>
    <message>
        <source>There is no file {0}: it may have been moved or renamed.</source>
        <translation>没有文件 {0}：可能已被移动或改名。</translation>
    </message>
    <message>
        <source>There is no frame in {0}: copy or download it again.</source>
        <translation>{0} 中没有帧：请重新复制或下载。</translation>
    </message>
    <message>
        <source>There is no head {0}: this layer has heads 0 to {1}.</source>
        <translation>没有头 {0}：此层的头为 0 到 {1}。</translation>
    </message>
    <message>
        <source>There is no key {0}: this layer has keys 0 to {1}.</source>
        <translation>没有键 {0}：此层的键为 0 到 {1}。</translation>
    </message>
    <message>
        <source>There is no labels file {0}: check its name.</source>
        <translation>没有标签文件 {0}：请检查其名称。</translation>
    </message>
    <message>
        <source>There is no layer {0} to edit; near it: {1}.</source>
        <translation>没有可编辑的层 {0}；相近的有：{1}。</translation>
    </message>
    <message>
        <source>There is no layer {0}: near it are {1}.</source>
        <translation>没有层 {0}：相近的有 {1}。</translation>
    </message>
    <message>
        <source>There is no layer {0}: this pass has {1}.</source>
        <translation>没有层 {0}：此次运行有 {1}。</translation>
    </message>
    <message>
        <source>There is no picture in {0}: choose a folder with JPEG, PNG or the like.</source>
        <translation>{0} 中没有图片：请选择含有 JPEG、PNG 等图片的文件夹。</translation>
    </message>
    <message>
        <source>There is no picture to record: open one first.</source>
        <translation>没有可记录的图片：请先打开一张。</translation>
    </message>
    <message>
        <source>There is no precision {0}: choose {1}.</source>
        <translation>没有精度 {0}：请从 {1} 中选择。</translation>
    </message>
    <message>
        <source>There is no query {0}: this layer has queries 0 to {1}.</source>
        <translation>没有查询 {0}：此层的查询为 0 到 {1}。</translation>
    </message>
    <message>
        <source>There is no video in {0}, only sound or text: choose another file.</source>
        <translation>{0} 中没有视频，只有声音或文字：请选择其他文件。</translation>
    </message>
    <message>
        <source>There is no way to fit a picture called {0}: choose {1}.</source>
        <translation>没有名为 {0} 的图片适配方式：请从 {1} 中选择。</translation>
    </message>
    <message>
        <source>There is no {0} in {1}: {2}.</source>
        <translation>{1} 中没有 {0}：{2}。</translation>
    </message>
    <message>
        <source>There is no {0} with {1}: {2}.</source>
        <translation>没有带 {1} 的 {0}：{2}。</translation>
    </message>
    <message>
        <source>There is no {0}/resnet{1}: choose a depth of {2}.</source>
        <translation>没有 {0}/resnet{1}：请从 {2} 中选择深度。</translation>
    </message>
    <message>
        <source>There {0} for {1} classes, so none is shown: {2}.</source>
        <translation>{1} 个类别却{0}，因此都不显示：{2}。</translation>
    </message>
    <message>
        <source>These weights are for {0} classes: the head for {1} is random.</source>
        <translation>这些权重用于 {0} 个类别：{1} 个类别的分类头是随机的。</translation>
    </message>
    <message>
        <source>These weights are not in the file: save the pass again where it was recorded.</source>
        <translation>这些权重不在文件中：请在记录的地方重新保存运行。</translation>
    </message>
    <message>
        <source>This failed with {0}: {1}.</source>
        <translation>失败，错误为 {0}：{1}。</translation>
    </message>
    <message>
        <source>This layer is a gate and has no heads, queries or keys: look at its weights.</source>
        <translation>此层是门控，没有头、查询或键：请看它的权重。</translation>
    </message>
    <message>
        <source>This network has no attention from one place to another that could be followed: choose Grad-CAM.</source>
        <translation>此网络没有从一个位置到另一个位置的注意力可以追踪：请选择 Grad-CAM。</translation>
    </message>
    <message>
        <source>This network returns no scores of classes, so nothing speaks for one: load a network that tells classes apart.</source>
        <translation>此网络不返回类别得分，因此没有什么支持某个类别：请加载能区分类别的网络。</translation>
    </message>
    <message>
        <source>This network&apos;s gradients cannot be worked out: {0}</source>
        <translation>无法计算此网络的梯度：{0}</translation>
    </message>
    <message>
        <source>This trace was closed before that was asked for: ask before closing it, or record the pass again.</source>
        <translation>在请求之前此次记录已关闭：请在关闭前请求，或重新记录。</translation>
    </message>
    <message>
        <source>Videos need one more package: run pip install &quot;attnscope[video]&quot;.</source>
        <translation>视频还需要一个软件包：请运行 pip install &quot;attnscope[video]&quot;。</translation>
    </message>
    <message>
        <source>What {0} says of preparing pictures cannot be done ({1}): mend it.</source>
        <translation>{0} 中关于图片预处理的说明无法执行（{1}）：请修正。</translation>
    </message>
    <message>
        <source>Working out the flow of attention …</source>
        <translation>正在计算注意力流…</translation>
    </message>
    <message>
        <source>a transformers checkpoint{0}: open the folder that it came in, with its config.json</source>
        <translation>transformers 检查点{0}：请打开它所在的文件夹，其中有 config.json</translation>
    </message>
    <message>
        <source>all names match, some shapes differ</source>
        <translation>所有名称匹配，部分形状不同</translation>
    </message>
    <message>
        <source>an object of type {0}</source>
        <translation>类型为 {0} 的对象</translation>
    </message>
    <message>
        <source>applied as a mean: divided by the {0} keys</source>
        <translation>按均值作用：除以 {0} 个键</translation>
    </message>
    <message>
        <source>applies weights inside of torch.vmap in a way that cannot be read: call the network on the whole batch</source>
        <translation>在 torch.vmap 中以无法读取的方式作用权重：请对整个批次调用网络</translation>
    </message>
    <message>
        <source>are not in it</source>
        <translation>不在其中</translation>
    </message>
    <message>
        <source>are not on this machine: add --download to fetch them</source>
        <translation>不在本机：请加上 --download 获取</translation>
    </message>
    <message>
        <source>are of another size</source>
        <translation>大小不同</translation>
    </message>
    <message>
        <source>are {0} class names</source>
        <translation>有 {0} 个类别名称</translation>
    </message>
    <message>
        <source>ask for row(head, query), for matrix(head), or record with a larger budget</source>
        <translation>请使用 row(head, query)、matrix(head)，或以更大的预算记录</translation>
    </message>
    <message>
        <source>begins with nothing but zeros: its download broke off, start it again</source>
        <translation>开头全是零：下载中断了，请重新下载</translation>
    </message>
    <message>
        <source>built alike: the names agree, the shapes do not</source>
        <translation>结构相似：名称一致，形状不同</translation>
    </message>
    <message>
        <source>check that you may run that program there</source>
        <translation>请检查您是否可以在那里运行该程序</translation>
    </message>
    <message>
        <source>check the host&apos;s name and port, and that it lets anybody log in</source>
        <translation>请检查主机的名称和端口，以及它是否允许登录</translation>
    </message>
    <message>
        <source>check the name of the host</source>
        <translation>请检查主机的名称</translation>
    </message>
    <message>
        <source>check the network and the name of the host</source>
        <translation>请检查网络和主机的名称</translation>
    </message>
    <message>
        <source>choose a file made with torch.save(net.state_dict(), ...) or a safetensors file</source>
        <translation>请选择用 torch.save(net.state_dict(), ...) 生成的文件，或 safetensors 文件</translation>
    </message>
    <message>
        <source>choose one from 1 to {0}</source>
        <translation>请选择 1 到 {0}</translation>
    </message>
    <message>
        <source>choose resnet18, 34, 50 or 101</source>
        <translation>请选择 resnet18、34、50 或 101</translation>
    </message>
    <message>
        <source>choose the file of the network before it was quantised</source>
        <translation>请选择量化之前的网络文件</translation>
    </message>
    <message>
        <source>choose the size of this architecture that it was trained as</source>
        <translation>请选择该架构训练时的大小</translation>
    </message>
    <message>
        <source>class {0}</source>
        <translation>类别 {0}</translation>
    </message>
    <message>
        <source>comes with the program</source>
        <translation>随程序提供</translation>
    </message>
    <message>
        <source>config.json lies beside it</source>
        <translation>旁边有 config.json</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>崩溃了</translation>
    </message>
    <message>
        <source>did not run in this pass: give an input, or switch to a setting, that leads through it</source>
        <translation>在此次运行中没有执行：请给出会经过它的输入，或切换相应设置</translation>
    </message>
    <message>
        <source>did you mean {0}?</source>
        <translation>是不是 {0}？</translation>
    </message>
    <message>
        <source>dropout is on: the weights are those before it</source>
        <translation>dropout 已打开：权重是它之前的</translation>
    </message>
    <message>
        <source>each query samples keys of its own</source>
        <translation>每个查询采样自己的键</translation>
    </message>
    <message>
        <source>einsum of three tensors at once</source>
        <translation>三个张量一起的 einsum</translation>
    </message>
    <message>
        <source>ended with status {0}</source>
        <translation>已结束，状态 {0}</translation>
    </message>
    <message>
        <source>file {0}</source>
        <translation>文件 {0}</translation>
    </message>
    <message>
        <source>first of {0} frames</source>
        <translation>{0} 帧中的第一帧</translation>
    </message>
    <message>
        <source>first of {0} pages</source>
        <translation>{0} 页中的第一页</translation>
    </message>
    <message>
        <source>for an input of {0} x {1}</source>
        <translation>用于 {0} x {1} 的输入</translation>
    </message>
    <message>
        <source>for an input or windows of another size</source>
        <translation>用于其他大小的输入或窗口</translation>
    </message>
    <message>
        <source>forms a {0} and sums it later in a way that cannot be read: write it as a matrix product</source>
        <translation>产生{0}，之后以无法读取的方式求和：请写成矩阵乘积</translation>
    </message>
    <message>
        <source>give the file of labels that belongs to these weights</source>
        <translation>请给出属于这些权重的标签文件</translation>
    </message>
    <message>
        <source>give the file with the weights</source>
        <translation>请给出权重文件</translation>
    </message>
    <message>
        <source>give them defaults, or values behind a &apos;?&apos;, as in ?{0}</source>
        <translation>请给它们默认值，或在“?”后给出值，例如 ?{0}</translation>
    </message>
    <message>
        <source>go on without its head (--skip-head)</source>
        <translation>不带分类头继续 (--skip-head)</translation>
    </message>
    <message>
        <source>gradients takes a class number, or one for each of the {0} images, but got {1}.</source>
        <translation>梯度需要一个类别编号，或给 {0} 张图像各一个，但得到 {1}。</translation>
    </message>
    <message>
        <source>guessed places</source>
        <translation>位置为推测</translation>
    </message>
    <message>
        <source>half of the free memory is</source>
        <translation>空闲内存的一半是</translation>
    </message>
    <message>
        <source>half of the free memory is {0}</source>
        <translation>空闲内存的一半是 {0}</translation>
    </message>
    <message>
        <source>has been silent for too long</source>
        <translation>沉默太久</translation>
    </message>
    <message>
        <source>hf/{0} is not on this machine yet: add --download to fetch it.</source>
        <translation>hf/{0} 还不在本机：请加上 --download 获取。</translation>
    </message>
    <message>
        <source>holds more than weights ({0})</source>
        <translation>其中不只有权重（{0}）</translation>
    </message>
    <message>
        <source>in the module {0}</source>
        <translation>在模块 {0} 中</translation>
    </message>
    <message>
        <source>input of {0}</source>
        <translation>{0} 的输入</translation>
    </message>
    <message>
        <source>inside of a scripted module: which of its parts this is cannot be told</source>
        <translation>在脚本化模块内部：无法判断是其中哪一部分</translation>
    </message>
    <message>
        <source>install attnscope there, or name its full path in the command</source>
        <translation>请在那里安装 attnscope，或在命令中写出其完整路径</translation>
    </message>
    <message>
        <source>install attnscope {0} on this computer</source>
        <translation>请在本机安装 attnscope {0}</translation>
    </message>
    <message>
        <source>install attnscope {0} there</source>
        <translation>请在那里安装 attnscope {0}</translation>
    </message>
    <message>
        <source>install it with pip install &quot;attnscope[{0}]&quot;</source>
        <translation>请用 pip install &quot;attnscope[{0}]&quot; 安装</translation>
    </message>
    <message>
        <source>install it, or mend the command</source>
        <translation>请安装它，或修正命令</translation>
    </message>
    <message>
        <source>is 1 class name</source>
        <translation>有 1 个类别名称</translation>
    </message>
    <message>
        <source>is a GGUF file, which cannot be read here: {0}</source>
        <translation>是 GGUF 文件，无法在此读取：{0}</translation>
    </message>
    <message>
        <source>is a JSON file that lists no shards (weight_map): choose the file of weights beside it</source>
        <translation>是没有列出分片 (weight_map) 的 JSON 文件：请选择旁边的权重文件</translation>
    </message>
    <message>
        <source>is a Keras model, which cannot be read here: make a checkpoint with {0}</source>
        <translation>是 Keras 模型，无法在此读取：{0}</translation>
    </message>
    <message>
        <source>is a NumPy array, not a checkpoint: {0}</source>
        <translation>是 NumPy 数组，不是检查点：{0}</translation>
    </message>
    <message>
        <source>is a PDF document, not a checkpoint: {0}</source>
        <translation>是 PDF 文档，不是检查点：{0}</translation>
    </message>
    <message>
        <source>is a TorchScript program, not a checkpoint: save the weights in it with torch.save(torch.jit.load(FILE).state_dict(), ...)</source>
        <translation>是 TorchScript 程序，不是检查点：请用 torch.save(torch.jit.load(FILE).state_dict(), ...) 保存其中的权重</translation>
    </message>
    <message>
        <source>is a document of an office program, not a checkpoint: choose a file of weights</source>
        <translation>是办公文档，不是检查点：请选择权重文件</translation>
    </message>
    <message>
        <source>is a file of TensorFlow or Keras (HDF5), which cannot be read here: {0}</source>
        <translation>是 TensorFlow 或 Keras 文件 (HDF5)，无法在此读取：{0}</translation>
    </message>
    <message>
        <source>is a model of TensorFlow, which cannot be read here: {0}</source>
        <translation>是 TensorFlow 模型，无法在此读取：{0}</translation>
    </message>
    <message>
        <source>is a text file, not a checkpoint: {0}</source>
        <translation>是文本文件，不是检查点：{0}</translation>
    </message>
    <message>
        <source>is a web page, not a checkpoint: download it again, by the address of the file itself</source>
        <translation>是网页，不是检查点：请用文件本身的地址重新下载</translation>
    </message>
    <message>
        <source>is an ONNX model, which cannot be read here: choose the checkpoint that it was exported from</source>
        <translation>是 ONNX 模型，无法在此读取：请选择导出它的检查点</translation>
    </message>
    <message>
        <source>is an archive (7z): unpack it, and choose the file of weights in it</source>
        <translation>是压缩包 (7z)：请解压，并选择其中的权重文件</translation>
    </message>
    <message>
        <source>is an archive (RAR): unpack it, and choose the file of weights in it</source>
        <translation>是压缩包 (RAR)：请解压，并选择其中的权重文件</translation>
    </message>
    <message>
        <source>is an archive (tar): unpack it, and choose the file of weights in it</source>
        <translation>是归档 (tar)：请解压，并选择其中的权重文件</translation>
    </message>
    <message>
        <source>is an archive of NumPy arrays, not a checkpoint: make one with {0}</source>
        <translation>是 NumPy 数组的归档，不是检查点：{0}</translation>
    </message>
    <message>
        <source>is an archive of other files, not a checkpoint: unpack it, and choose the file of weights in it</source>
        <translation>是其他文件的归档，不是检查点：请解压，并选择其中的权重文件</translation>
    </message>
    <message>
        <source>is an exported program (torch.export), not a checkpoint: save the weights in it with torch.save(torch.export.load(FILE).state_dict, ...)</source>
        <translation>是导出的程序 (torch.export)，不是检查点：请用 torch.save(torch.export.load(FILE).state_dict, ...) 保存其中的权重</translation>
    </message>
    <message>
        <source>is an image, a sound or a film, not a checkpoint: {0}</source>
        <translation>是图像、声音或视频，不是检查点：{0}</translation>
    </message>
    <message>
        <source>is an image, not a checkpoint: {0}</source>
        <translation>是图像，不是检查点：{0}</translation>
    </message>
    <message>
        <source>is compressed (bzip2): unpack it, and choose the file of weights in it</source>
        <translation>已压缩 (bzip2)：请解压，并选择其中的权重文件</translation>
    </message>
    <message>
        <source>is compressed (gzip): unpack it, and choose the file of weights in it</source>
        <translation>已压缩 (gzip)：请解压，并选择其中的权重文件</translation>
    </message>
    <message>
        <source>is compressed (xz): unpack it, and choose the file of weights in it</source>
        <translation>已压缩 (xz)：请解压，并选择其中的权重文件</translation>
    </message>
    <message>
        <source>is compressed (zstd): unpack it, and choose the file of weights in it</source>
        <translation>已压缩 (zstd)：请解压，并选择其中的权重文件</translation>
    </message>
    <message>
        <source>is damaged or no checkpoint: copy or download it again</source>
        <translation>已损坏或不是检查点：请重新复制或下载</translation>
    </message>
    <message>
        <source>is not in it</source>
        <translation>不在其中</translation>
    </message>
    <message>
        <source>is not written as torch writes weights</source>
        <translation>不是按 torch 写权重的方式写的</translation>
    </message>
    <message>
        <source>is of another size</source>
        <translation>大小不同</translation>
    </message>
    <message>
        <source>is only a Git LFS pointer: fetch the real file with git lfs pull</source>
        <translation>只是 Git LFS 指针：请用 git lfs pull 获取真正的文件</translation>
    </message>
    <message>
        <source>is scripted and could not be run once more to be watched: record the network before it is scripted</source>
        <translation>已脚本化，无法再次运行以供观察：请在脚本化之前记录网络</translation>
    </message>
    <message>
        <source>it defines nothing that could make a network</source>
        <translation>其中没有定义能创建网络的内容</translation>
    </message>
    <message>
        <source>it has no head for classes: go on without it (--skip-head).</source>
        <translation>没有用于类别的分类头：请不带分类头继续 (--skip-head)。</translation>
    </message>
    <message>
        <source>it has the same sizes under other names, from another implementation of this architecture: choose the network of the library that wrote it.</source>
        <translation>大小相同而名称不同，来自该架构的另一种实现：请选择写出它的库中的网络。</translation>
    </message>
    <message>
        <source>it has {0}</source>
        <translation>它有 {0}</translation>
    </message>
    <message>
        <source>it has {0} blocks in {1} where the network has {2}: {3}.</source>
        <translation>它在 {1} 中有 {0} 块，而网络有 {2} 块：{3}。</translation>
    </message>
    <message>
        <source>it has {0} classes where the network has {1}: build the network for {2}, or {3}.</source>
        <translation>它有 {0} 个类别，而网络有 {1} 个：请按 {2} 个建立网络，或{3}。</translation>
    </message>
    <message>
        <source>it has {0} where this network has {1}: choose the network with it, as it was trained.</source>
        <translation>它有 {0}，而此网络有 {1}：请选择训练时带有它的网络。</translation>
    </message>
    <message>
        <source>it is inside of a scripted module: edit the network before it is scripted or traced</source>
        <translation>它在脚本化模块内部：请在脚本化或追踪之前编辑网络</translation>
    </message>
    <message>
        <source>it is of another architecture: choose the network that it was trained as.</source>
        <translation>它属于另一种架构：请选择训练时的网络。</translation>
    </message>
    <message>
        <source>it lacks</source>
        <translation>它缺少</translation>
    </message>
    <message>
        <source>it lacks a part of the head ({0}): choose the network without it, or {1}.</source>
        <translation>它缺少分类头的一部分（{0}）：请选择没有它的网络，或{1}。</translation>
    </message>
    <message>
        <source>it lacks the auxiliary classifiers, which only training uses: go on without them (--skip-head).</source>
        <translation>它缺少只在训练中使用的辅助分类器：请不带它们继续 (--skip-head)。</translation>
    </message>
    <message>
        <source>it lacks {0}: choose the network without it, as it was trained.</source>
        <translation>它缺少 {0}：请选择训练时没有它的网络。</translation>
    </message>
    <message>
        <source>it lacks {0}: choose the network without it, or save the file again, whole.</source>
        <translation>它缺少 {0}：请选择没有它的网络，或重新完整保存文件。</translation>
    </message>
    <message>
        <source>it may ask for a password in the terminal, or not start `attnscope engine`</source>
        <translation>它可能在终端中询问密码，或没有启动 `attnscope engine`</translation>
    </message>
    <message>
        <source>it may have moved: fetch it by hand, and give its path</source>
        <translation>它可能已移走：请手动获取，并给出其路径</translation>
    </message>
    <message>
        <source>it needs a Mac with an Apple chip</source>
        <translation>需要带 Apple 芯片的 Mac</translation>
    </message>
    <message>
        <source>it runs inside of torch.vmap, where nothing can be put in its place: call the network on the whole batch</source>
        <translation>它在 torch.vmap 中运行，无法替换其中的内容：请对整个批次调用网络</translation>
    </message>
    <message>
        <source>it takes images of {0} where the network takes {1}: build the network for {2}.</source>
        <translation>它接受{0}的图像，而网络接受{1}：请按{2}建立网络。</translation>
    </message>
    <message>
        <source>it takes none</source>
        <translation>它不接受参数</translation>
    </message>
    <message>
        <source>it takes num_classes and stem (imagenet or cifar)</source>
        <translation>它接受 num_classes 和 stem（imagenet 或 cifar）</translation>
    </message>
    <message>
        <source>it takes {0}</source>
        <translation>它接受 {0}</translation>
    </message>
    <message>
        <source>it was saved while it was pruned: make that permanent with torch.nn.utils.prune.remove, and save it again.</source>
        <translation>它是在剪枝状态下保存的：请用 torch.nn.utils.prune.remove 使其永久生效，再重新保存。</translation>
    </message>
    <message>
        <source>it was trained at another input size ({0}): give --size {1}.</source>
        <translation>它是以另一种输入尺寸训练的（{0}）：请给出 --size {1}。</translation>
    </message>
    <message>
        <source>it was trained at another input size ({0}: {1})</source>
        <translation>它是以另一种输入尺寸训练的（{0}：{1}）</translation>
    </message>
    <message>
        <source>its head is built in another way: build the network with that head, or {0}.</source>
        <translation>其分类头的结构不同：请用该分类头建立网络，或{0}。</translation>
    </message>
    <message>
        <source>its weight_map</source>
        <translation>其 weight_map</translation>
    </message>
    <message>
        <source>its widths differ throughout ({0}): {1}.</source>
        <translation>其宽度处处不同（{0}）：{1}。</translation>
    </message>
    <message>
        <source>its windows are of another size ({0}): choose the variant that it was trained as.</source>
        <translation>其窗口大小不同（{0}）：请选择训练时的变体。</translation>
    </message>
    <message>
        <source>its windows are {0}: choose the variant with such windows.</source>
        <translation>其窗口为 {0}：请选择带有这种窗口的变体。</translation>
    </message>
    <message>
        <source>its {0} is of another type of numbers, as in a quantised file: choose the original one.</source>
        <translation>其 {0} 的数值类型不同，像是量化文件：请选择原始文件。</translation>
    </message>
    <message>
        <source>its {0} is {1}: choose the variant that it was trained as.</source>
        <translation>其 {0} 是 {1}：请选择训练时的变体。</translation>
    </message>
    <message>
        <source>leave --head out</source>
        <translation>请不要使用 --head</translation>
    </message>
    <message>
        <source>left out in {0}: {1}</source>
        <translation>在 {0} 中略去：{1}</translation>
    </message>
    <message>
        <source>left out of the file, as the network has no such part: {0}{1}</source>
        <translation>文件中略去了以下部分，因为网络没有：{0}{1}</translation>
    </message>
    <message>
        <source>let the command end with `attnscope engine`</source>
        <translation>请让命令以 `attnscope engine` 结尾</translation>
    </message>
    <message>
        <source>log in once with the same command in a terminal, and set up a key for it</source>
        <translation>请先在终端中用同一命令登录一次，并为它设置密钥</translation>
    </message>
    <message>
        <source>looks like attention by its name, ran, and was not seen weighing anything: look at its code or tell us of it</source>
        <translation>从名称看像注意力，运行过，但没有看到它加权任何内容：请查看其代码或告诉我们</translation>
    </message>
    <message>
        <source>many of the names and shapes agree</source>
        <translation>许多名称和形状一致</translation>
    </message>
    <message>
        <source>most of the names and shapes agree</source>
        <translation>大多数名称和形状一致</translation>
    </message>
    <message>
        <source>nested weights</source>
        <translation>嵌套的权重</translation>
    </message>
    <message>
        <source>no GPU that torch can use was found</source>
        <translation>没有找到 torch 可用的 GPU</translation>
    </message>
    <message>
        <source>no format was named</source>
        <translation>没有指定格式</translation>
    </message>
    <message>
        <source>none at all</source>
        <translation>一个也没有</translation>
    </message>
    <message>
        <source>not bounded: what a linear map gave, as it is</source>
        <translation>无界：线性映射给出的原值</translation>
    </message>
    <message>
        <source>not in it</source>
        <translation>不在其中</translation>
    </message>
    <message>
        <source>not kept, for want of memory: worked out again when it is looked at</source>
        <translation>因内存不足没有保存：查看时重新计算</translation>
    </message>
    <message>
        <source>not normalised to a sum of 1</source>
        <translation>没有归一化到和为 1</translation>
    </message>
    <message>
        <source>nothing on this feature map speaks for the class: all of it is 0</source>
        <translation>此特征图上没有任何内容支持该类别：全部为 0</translation>
    </message>
    <message>
        <source>numbers {0} to {1} shown as black to white</source>
        <translation>数值 {0} 到 {1} 显示为黑到白</translation>
    </message>
    <message>
        <source>of another size</source>
        <translation>大小不同</translation>
    </message>
    <message>
        <source>of another size are</source>
        <translation>大小不同的是</translation>
    </message>
    <message>
        <source>of {0} tensors {1}: choose the version of this architecture that it was trained as.</source>
        <translation>在 {0} 个张量中，{1}：请选择训练时该架构的版本。</translation>
    </message>
    <message>
        <source>product of attention weights and values</source>
        <translation>注意力权重与值的乘积</translation>
    </message>
    <message>
        <source>published by its authors for download by hand: give the file with --weights</source>
        <translation>由作者发布，需手动下载：请用 --weights 给出文件</translation>
    </message>
    <message>
        <source>quantised weights</source>
        <translation>量化的权重</translation>
    </message>
    <message>
        <source>queries and keys</source>
        <translation>查询和键</translation>
    </message>
    <message>
        <source>ran in another thread, where nothing is recorded: run it in the thread that records</source>
        <translation>在没有记录的另一个线程中运行：请在记录的线程中运行</translation>
    </message>
    <message>
        <source>save it again from a network that is not on the device meta</source>
        <translation>请从不在 meta 设备上的网络重新保存</translation>
    </message>
    <message>
        <source>save it again with dense ones (tensor.to_dense())</source>
        <translation>请以稠密形式重新保存 (tensor.to_dense())</translation>
    </message>
    <message>
        <source>save it again with plain tensors</source>
        <translation>请以普通张量重新保存</translation>
    </message>
    <message>
        <source>search it with attnscope models &quot;timm WORDS&quot;.</source>
        <translation>请用 attnscope models &quot;timm WORDS&quot; 搜索。</translation>
    </message>
    <message>
        <source>sparse weights</source>
        <translation>稀疏的权重</translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>start it, or mend its name</source>
        <translation>请启动它，或修正其名称</translation>
    </message>
    <message>
        <source>takes no more requests</source>
        <translation>不再接受请求</translation>
    </message>
    <message>
        <source>that name</source>
        <translation>该名称</translation>
    </message>
    <message>
        <source>the auxiliary classifiers, which only training uses, were left as they were</source>
        <translation>只在训练中使用的辅助分类器保持原样</translation>
    </message>
    <message>
        <source>the averaged (EMA) copy of the weights was taken: {0}, not {1}</source>
        <translation>采用了权重的平均 (EMA) 副本：{0}，而不是 {1}</translation>
    </message>
    <message>
        <source>the budget is</source>
        <translation>预算是</translation>
    </message>
    <message>
        <source>the budget is {0}</source>
        <translation>预算是 {0}</translation>
    </message>
    <message>
        <source>the command {0}</source>
        <translation>命令{0}</translation>
    </message>
    <message>
        <source>the engine talks to a window in bytes, and this is a terminal: give the command to `attnscope --engine &quot;ssh HOST attnscope engine&quot;`, without -t</source>
        <translation>引擎与窗口以字节通信，而这是终端：请把命令交给 `attnscope --engine &quot;ssh HOST attnscope engine&quot;`，不带 -t</translation>
    </message>
    <message>
        <source>the file holds more than one copy of the network: {0} was taken</source>
        <translation>文件中有多份网络：采用了 {0}</translation>
    </message>
    <message>
        <source>the head was left out: it stays as it was, and the prediction means nothing</source>
        <translation>分类头被略去：它保持原样，预测没有意义</translation>
    </message>
    <message>
        <source>the network that is loaded now</source>
        <translation>当前加载的网络</translation>
    </message>
    <message>
        <source>the picture is too large for the memory</source>
        <translation>图片太大，内存放不下</translation>
    </message>
    <message>
        <source>the pixels add up to {0} in {1} steps, and the score changes by {2}</source>
        <translation>像素在 {1} 步中合计为 {0}，而得分变化为 {2}</translation>
    </message>
    <message>
        <source>the position embeddings were stretched to the input&apos;s size, as timm does it</source>
        <translation>位置嵌入已拉伸到输入的尺寸，与 timm 的做法相同</translation>
    </message>
    <message>
        <source>the teacher&apos;s weights were taken, not the student&apos;s</source>
        <translation>采用了教师的权重，而不是学生的</translation>
    </message>
    <message>
        <source>the whole network lies in the file</source>
        <translation>文件中是整个网络</translation>
    </message>
    <message>
        <source>there is no hello in its first {0} KiB</source>
        <translation>开头的 {0} KiB 中没有问候</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>this machine has no network connection</source>
        <translation>本机没有网络连接</translation>
    </message>
    <message>
        <source>this torch is built for the CPU only</source>
        <translation>此 torch 只为 CPU 编译</translation>
    </message>
    <message>
        <source>this torch is built without it</source>
        <translation>此 torch 编译时不带它</translation>
    </message>
    <message>
        <source>timm has no network {0}: {1}</source>
        <translation>timm 没有网络 {0}：{1}</translation>
    </message>
    <message>
        <source>timm is not installed: run pip install &quot;attnscope[timm]&quot;.</source>
        <translation>没有安装 timm：请运行 pip install &quot;attnscope[timm]&quot;。</translation>
    </message>
    <message>
        <source>timm publishes no weights for {0}: give a checkpoint.</source>
        <translation>timm 没有发布 {0} 的权重：请给出检查点。</translation>
    </message>
    <message>
        <source>timm publishes none for it</source>
        <translation>timm 没有为它发布权重</translation>
    </message>
    <message>
        <source>timm&apos;s {0} is not taken here: a whole network is shown, with the weights that you name.</source>
        <translation>这里不使用 timm 的 {0}：显示的是整个网络，用您指定的权重。</translation>
    </message>
    <message>
        <source>timm/{0} has no weights {1}: {2}.</source>
        <translation>timm/{0} 没有权重 {1}：{2}。</translation>
    </message>
    <message>
        <source>timm/{0} is no network of timm&apos;s own: for one of the hub write hf/ORG/NAME.</source>
        <translation>timm/{0} 不是 timm 自己的网络：若在 hub 上，请写 hf/ORG/NAME。</translation>
    </message>
    <message>
        <source>torchvision has no network {0}: {1}</source>
        <translation>torchvision 没有网络 {0}：{1}</translation>
    </message>
    <message>
        <source>torchvision publishes no weights for {0}.</source>
        <translation>torchvision 没有发布 {0} 的权重。</translation>
    </message>
    <message>
        <source>torchvision publishes no weights for {0}: give a checkpoint.</source>
        <translation>torchvision 没有发布 {0} 的权重：请给出检查点。</translation>
    </message>
    <message>
        <source>torchvision.models.list_models() lists them.</source>
        <translation>torchvision.models.list_models() 会列出它们。</translation>
    </message>
    <message>
        <source>torchvision/{0} cuts {1} x {2} patches, and {3} is no multiple: give {4}.</source>
        <translation>torchvision/{0} 切成 {1} x {2} 的块，而 {3} 不是其倍数：请给出 {4}。</translation>
    </message>
    <message>
        <source>torchvision/{0} has no weights {1}: it has {2}.</source>
        <translation>torchvision/{0} 没有权重 {1}：它有 {2}。</translation>
    </message>
    <message>
        <source>torchvision/{0} takes square inputs only, not {1} x {2}: give one size.</source>
        <translation>torchvision/{0} 只接受正方形输入，不接受 {1} x {2}：请给出一个尺寸。</translation>
    </message>
    <message>
        <source>tour network</source>
        <translation>tour 网络</translation>
    </message>
    <message>
        <source>tour, cbam/resnet50, se/resnet50, bam/resnet50, torchvision/NAME, timm/NAME, hf/ORG/NAME, path/to/file.py:callable and package.module:callable</source>
        <translation>tour、cbam/resnet50、se/resnet50、bam/resnet50、torchvision/NAME、timm/NAME、hf/ORG/NAME、path/to/file.py:callable 和 package.module:callable</translation>
    </message>
    <message>
        <source>transformers is not installed: run pip install &quot;attnscope[hf]&quot;.</source>
        <translation>没有安装 transformers：请运行 pip install &quot;attnscope[hf]&quot;。</translation>
    </message>
    <message>
        <source>transparent parts on white</source>
        <translation>透明部分衬白底</translation>
    </message>
    <message>
        <source>try again later</source>
        <translation>请稍后重试</translation>
    </message>
    <message>
        <source>try the same command in a terminal</source>
        <translation>请在终端中试试同一命令</translation>
    </message>
    <message>
        <source>turned as its EXIF orientation says</source>
        <translation>按其 EXIF 方向旋转</translation>
    </message>
    <message>
        <source>unknown to the network are</source>
        <translation>网络不认识的是</translation>
    </message>
    <message>
        <source>used last</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>uses an {0}, which never forms weights: write it as one product after the other</source>
        <translation>使用从不形成权重的 {0}：请写成一个接一个的乘积</translation>
    </message>
    <message>
        <source>uses the operation {0}, whose weights cannot be seen: switch it to eager or sdpa attention</source>
        <translation>使用看不到权重的运算 {0}：请切换到 eager 或 sdpa 注意力</translation>
    </message>
    <message>
        <source>was made for {0} x {1} pixels and does not take {2} x {3}</source>
        <translation>是为 {0} x {1} 像素建立的，不接受 {2} x {3}</translation>
    </message>
    <message>
        <source>was traced into torch&apos;s fast path {0}, which shows no weights: call torch.backends.mha.set_fastpath_enabled(False) before tracing it</source>
        <translation>被追踪进不显示权重的 torch 快速路径 {0}：请在追踪之前调用 torch.backends.mha.set_fastpath_enabled(False)</translation>
    </message>
    <message>
        <source>weights without values</source>
        <translation>没有值的权重</translation>
    </message>
    <message>
        <source>what depends on the input&apos;s size is missing</source>
        <translation>缺少取决于输入尺寸的部分</translation>
    </message>
    <message>
        <source>what is on this machine already goes on working</source>
        <translation>本机已有的仍可使用</translation>
    </message>
    <message>
        <source>which matrices belong to which image, window and head was told from their number alone</source>
        <translation>仅根据数量推断哪些矩阵属于哪张图像、哪个窗口和哪个头</translation>
    </message>
    <message>
        <source>without a word</source>
        <translation>没有说明</translation>
    </message>
    <message>
        <source>write [&quot;first class&quot;, &quot;second class&quot;, ...]</source>
        <translation>请写 [&quot;first class&quot;, &quot;second class&quot;, ...]</translation>
    </message>
    <message>
        <source>write its whole path, `~` is not replaced</source>
        <translation>请写出完整路径，`~` 不会被替换</translation>
    </message>
    <message>
        <source>{0} (layer)</source>
        <translation>{0}（层）</translation>
    </message>
    <message>
        <source>{0} ({1} tensor)</source>
        <translation>{0}（{1} 个张量）</translation>
    </message>
    <message>
        <source>{0} ({1} tensors)</source>
        <translation>{0}（{1} 个张量）</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} 等另外 {1} 个</translation>
    </message>
    <message>
        <source>{0} bytes</source>
        <translation>{0} 字节</translation>
    </message>
    <message>
        <source>{0} came from {1} with other contents than it must have: try again later.</source>
        <translation>{0} 来自 {1}，内容与应有的不同：请稍后重试。</translation>
    </message>
    <message>
        <source>{0} cannot be edited, since {1}.</source>
        <translation>{0} 无法编辑，因为{1}。</translation>
    </message>
    <message>
        <source>{0} cannot be kept on this disk ({1}): make room.</source>
        <translation>{0} 无法保存在此磁盘上（{1}）：请腾出空间。</translation>
    </message>
    <message>
        <source>{0} cannot be looked up ({1}): check the path.</source>
        <translation>{0} 无法查找（{1}）：请检查路径。</translation>
    </message>
    <message>
        <source>{0} cannot be made a folder ({1}): choose another one</source>
        <translation>{0} 不能作为文件夹（{1}）：请选择其他文件夹</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}): choose another file.</source>
        <translation>{0} 无法读取（{1}）：请选择其他文件。</translation>
    </message>
    <message>
        <source>{0} cannot be read as JSON ({1}): copy or fetch it again.</source>
        <translation>{0} 无法作为 JSON 读取（{1}）：请重新复制或获取。</translation>
    </message>
    <message>
        <source>{0} cannot be read as a trace: choose a file that attnscope wrote.</source>
        <translation>{0} 无法作为运行记录读取：请选择 attnscope 写的文件。</translation>
    </message>
    <message>
        <source>{0} cannot be read behind its &apos;?&apos;: write NAME?depth=50&amp;num_classes=10.</source>
        <translation>{0} 在“?”之后无法读取：请写成 NAME?depth=50&amp;num_classes=10。</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}.</source>
        <translation>{0} 无法读取：{1}。</translation>
    </message>
    <message>
        <source>{0} cannot be recorded by a saved pass: name the network with --model.</source>
        <translation>保存的运行无法记录 {0}：请用 --model 指定网络。</translation>
    </message>
    <message>
        <source>{0} cannot be written to ({1}): check the folder.</source>
        <translation>{0} 无法写入（{1}）：请检查文件夹。</translation>
    </message>
    <message>
        <source>{0} cannot divide {1} channels by {2}: choose a reduction that divides {3}.</source>
        <translation>{0} 无法把 {1} 个通道按 {2} 划分：请选择能整除 {3} 的缩减倍数。</translation>
    </message>
    <message>
        <source>{0} cannot reduce {1} channels by {2}: choose a reduction of at most {3}.</source>
        <translation>{0} 无法把 {1} 个通道缩减 {2} 倍：请选择至多为 {3} 的缩减倍数。</translation>
    </message>
    <message>
        <source>{0} cannot take an input of {1} x {2} pixels ({3}): choose the size that it was made for (--size).</source>
        <translation>{0} 不能接受 {1} x {2} 像素的输入（{3}）：请选择它适用的尺寸 (--size)。</translation>
    </message>
    <message>
        <source>{0} channel</source>
        <translation>{0} 个通道</translation>
    </message>
    <message>
        <source>{0} channels</source>
        <translation>{0} 个通道</translation>
    </message>
    <message>
        <source>{0} claims more memory than there is: it is damaged, download it again.</source>
        <translation>{0} 声称的内存超过现有内存：文件已损坏，请重新下载。</translation>
    </message>
    <message>
        <source>{0} colours shown as RGB</source>
        <translation>{0} 颜色按 RGB 显示</translation>
    </message>
    <message>
        <source>{0} could not be written ({1}): choose another folder, or make room on the disk.</source>
        <translation>{0} 无法写入（{1}）：请选择其他文件夹，或腾出磁盘空间。</translation>
    </message>
    <message>
        <source>{0} did not give {1} (HTTP {2}): try again later.</source>
        <translation>{0} 没有给出 {1}（HTTP {2}）：请稍后重试。</translation>
    </message>
    <message>
        <source>{0} did not start an engine: there is only other text (the newest is {1}); let the command end with `attnscope engine`.</source>
        <translation>{0} 没有启动引擎：只有其他文字（最新的是 {1}）；请让命令以 `attnscope engine` 结尾。</translation>
    </message>
    <message>
        <source>{0} did not start an engine: {1}; {2}.</source>
        <translation>{0} 没有启动引擎：{1}；{2}。</translation>
    </message>
    <message>
        <source>{0} does not fit in this computer&apos;s memory: close other programs.</source>
        <translation>{0} 放不进本机内存：请关闭其他程序。</translation>
    </message>
    <message>
        <source>{0} does not fit in this computer&apos;s memory: make it smaller first.</source>
        <translation>{0} 放不进本机内存：请先缩小。</translation>
    </message>
    <message>
        <source>{0} does not fit in this computer&apos;s memory: open a smaller one.</source>
        <translation>{0} 放不进本机内存：请打开更小的图片。</translation>
    </message>
    <message>
        <source>{0} does not fit or is damaged ({1}): delete it, and add --download.</source>
        <translation>{0} 不匹配或已损坏（{1}）：请删除它，并加上 --download。</translation>
    </message>
    <message>
        <source>{0} does not fit this network: {1}</source>
        <translation>{0} 与此网络不匹配：{1}</translation>
    </message>
    <message>
        <source>{0} does not look at the tokens that it looks from, so that nothing can be followed: choose another layer.</source>
        <translation>{0} 注意的 token 不是发出注意的 token，因此无法追踪：请选择其他层。</translation>
    </message>
    <message>
        <source>{0} ended the program (sys.exit): keep that under `if __name__ == &apos;__main__&apos;`.</source>
        <translation>{0} 结束了程序 (sys.exit)：请把它放在 `if __name__ == &apos;__main__&apos;` 之下。</translation>
    </message>
    <message>
        <source>{0} failed with TypeError: {1}.</source>
        <translation>{0} 失败，错误为 TypeError：{1}。</translation>
    </message>
    <message>
        <source>{0} failed with {1}: {2}{3}.</source>
        <translation>{0} 失败，错误为 {1}：{2}{3}。</translation>
    </message>
    <message>
        <source>{0} files in {1}</source>
        <translation>{1} 中有 {0} 个文件</translation>
    </message>
    <message>
        <source>{0} has no place on the image: its weights belong to channels or learned tokens.</source>
        <translation>{0} 在图像上没有位置：其权重属于通道或学到的 token。</translation>
    </message>
    <message>
        <source>{0} has no weights {1}: {2}.</source>
        <translation>{0} 没有权重 {1}：{2}。</translation>
    </message>
    <message>
        <source>{0} has no {1} for us (HTTP {2}): {3}.</source>
        <translation>{0} 没有可提供的 {1}（HTTP {2}）：{3}。</translation>
    </message>
    <message>
        <source>{0} has no {1}, or it is private: check its name.</source>
        <translation>{0} 没有 {1}，或它不公开：请检查其名称。</translation>
    </message>
    <message>
        <source>{0} has one frame only: open it as a picture.</source>
        <translation>{0} 只有一帧：请作为图片打开。</translation>
    </message>
    <message>
        <source>{0} has one set of weights, and none called {1}: leave the name out.</source>
        <translation>{0} 只有一套权重，没有名为 {1} 的：请不要给出名称。</translation>
    </message>
    <message>
        <source>{0} has weights without values (on the device meta): let its code make them on the CPU.</source>
        <translation>{0} 有没有值的权重（在 meta 设备上）：请让其代码在 CPU 上创建。</translation>
    </message>
    <message>
        <source>{0} has {1} megapixels, and at most {2} can be opened: make it smaller first.</source>
        <translation>{0} 有 {1} 百万像素，最多可以打开 {2}：请先缩小。</translation>
    </message>
    <message>
        <source>{0} holds an object of a class that is not here ({1}): install what has it, or save the weights alone where they were trained, with torch.save(net.state_dict(), ...).</source>
        <translation>{0} 中有对象的类在本机没有（{1}）：请安装含有它的软件包，或在训练的地方用 torch.save(net.state_dict(), ...) 只保存权重。</translation>
    </message>
    <message>
        <source>{0} holds no network of transformers, for want of a {1}: give the folder that does.</source>
        <translation>{0} 中没有 transformers 网络，因为缺少 {1}：请给出有它的文件夹。</translation>
    </message>
    <message>
        <source>{0} holds no weights by name: choose a file made with torch.save(net.state_dict(), ...).</source>
        <translation>{0} 中没有带名称的权重：请选择用 torch.save(net.state_dict(), ...) 生成的文件。</translation>
    </message>
    <message>
        <source>{0} holds no weights of the tour network: choose the file that train-tour wrote.</source>
        <translation>{0} 中没有 tour 网络的权重：请选择 train-tour 写出的文件。</translation>
    </message>
    <message>
        <source>{0} holds no weights that timm reads: choose others of its weights.</source>
        <translation>{0} 中没有 timm 能读取的权重：请选择它的其他权重。</translation>
    </message>
    <message>
        <source>{0} holds several checkpoints ({1}): choose one.</source>
        <translation>{0} 中有多个检查点（{1}）：请选择一个。</translation>
    </message>
    <message>
        <source>{0} holds weights alone: name their network as MODEL, and the file as its --weights.</source>
        <translation>{0} 中只有权重：请把其网络作为 MODEL，把文件作为 --weights。</translation>
    </message>
    <message>
        <source>{0} holds {1} ({2}): {3}.</source>
        <translation>{0} 中有{1}（{2}）：{3}。</translation>
    </message>
    <message>
        <source>{0} in one place</source>
        <translation>{0}，有一处</translation>
    </message>
    <message>
        <source>{0} in {1} places</source>
        <translation>{0}，有 {1} 处</translation>
    </message>
    <message>
        <source>{0} is a HEIC photo, which cannot be opened here: save it as JPEG first.</source>
        <translation>{0} 是 HEIC 照片，无法在此打开：请先存为 JPEG。</translation>
    </message>
    <message>
        <source>{0} is a checkpoint of many processes: make one file of it with python -m torch.distributed.checkpoint.format_utils dcp_to_torch FOLDER FILE.</source>
        <translation>{0} 是多进程的检查点：请用 python -m torch.distributed.checkpoint.format_utils dcp_to_torch FOLDER FILE 合成一个文件。</translation>
    </message>
    <message>
        <source>{0} is a device or a pipe, not a file: choose an image file.</source>
        <translation>{0} 是设备或管道，不是文件：请选择图片文件。</translation>
    </message>
    <message>
        <source>{0} is a folder without a checkpoint: choose a file of weights.</source>
        <translation>{0} 是没有检查点的文件夹：请选择权重文件。</translation>
    </message>
    <message>
        <source>{0} is a folder: choose an image inside it.</source>
        <translation>{0} 是文件夹：请选择其中的图片。</translation>
    </message>
    <message>
        <source>{0} is a gate: give its edit a number, not {1}.</source>
        <translation>{0} 是门控：请给其编辑一个数，而不是 {1}。</translation>
    </message>
    <message>
        <source>{0} is a network already, which takes no arguments: leave out what follows the &apos;?&apos;.</source>
        <translation>{0} 已经是网络，不接受参数：请去掉“?”之后的内容。</translation>
    </message>
    <message>
        <source>{0} is damaged or broken off: copy or download it again.</source>
        <translation>{0} 已损坏或不完整：请重新复制或下载。</translation>
    </message>
    <message>
        <source>{0} is empty (0 bytes): copy or download it again.</source>
        <translation>{0} 是空的（0 字节）：请重新复制或下载。</translation>
    </message>
    <message>
        <source>{0} is given to those only who agreed to its terms: do so at {1}.</source>
        <translation>{0} 只提供给同意其条款的人：请在 {1} 同意。</translation>
    </message>
    <message>
        <source>{0} is no JSON object: copy or fetch it again.</source>
        <translation>{0} 不是 JSON 对象：请重新复制或获取。</translation>
    </message>
    <message>
        <source>{0} is no Python that can be read ({1}).</source>
        <translation>{0} 不是可读取的 Python（{1}）。</translation>
    </message>
    <message>
        <source>{0} is no Python that can be read ({1}, line {2}).</source>
        <translation>{0} 不是可读取的 Python（{1}，第 {2} 行）。</translation>
    </message>
    <message>
        <source>{0} is no colour map: choose one of {1}</source>
        <translation>{0} 不是配色：请从 {1} 中选择</translation>
    </message>
    <message>
        <source>{0} is no edit: give attnscope.Edit(layer, index, value).</source>
        <translation>{0} 不是编辑：请给出 attnscope.Edit(layer, index, value)。</translation>
    </message>
    <message>
        <source>{0} is no file: choose a file of weights.</source>
        <translation>{0} 不是文件：请选择权重文件。</translation>
    </message>
    <message>
        <source>{0} is no format</source>
        <translation>{0} 不是格式</translation>
    </message>
    <message>
        <source>{0} is no https address: fetch the file by hand, and give its path.</source>
        <translation>{0} 不是 https 地址：请手动获取文件，并给出其路径。</translation>
    </message>
    <message>
        <source>{0} is no image that can be opened here: choose a JPEG, PNG, WebP, GIF, TIFF or BMP file.</source>
        <translation>{0} 不是可以在此打开的图片：请选择 JPEG、PNG、WebP、GIF、TIFF 或 BMP 文件。</translation>
    </message>
    <message>
        <source>{0} is no labels file: choose a text with one class name in each line.</source>
        <translation>{0} 不是标签文件：请选择每行一个类别名称的文本。</translation>
    </message>
    <message>
        <source>{0} is no name on {1}: write ORG/NAME.</source>
        <translation>{0} 在 {1} 上不是名称：请写 ORG/NAME。</translation>
    </message>
    <message>
        <source>{0} is no network that is known here: {1} are understood.</source>
        <translation>{0} 不是已知的网络：可以使用 {1}。</translation>
    </message>
    <message>
        <source>{0} is no query: write ROW,COLUMN of the network&apos;s input, or a number</source>
        <translation>{0} 不是查询：请写网络输入的 ROW,COLUMN，或一个数</translation>
    </message>
    <message>
        <source>{0} is no range: the first number must be the smaller one</source>
        <translation>{0} 不是范围：第一个数必须较小</translation>
    </message>
    <message>
        <source>{0} is no range: write LOW,HIGH such as 0,0.05</source>
        <translation>{0} 不是范围：请写 LOW,HIGH，例如 0,0.05</translation>
    </message>
    <message>
        <source>{0} is no recorded layer; near it: {1}</source>
        <translation>{0} 不是记录的层；相近的有：{1}</translation>
    </message>
    <message>
        <source>{0} is no size: write 384, or ROWSxCOLUMNS such as 224x320</source>
        <translation>{0} 不是尺寸：请写 384，或 ROWSxCOLUMNS，例如 224x320</translation>
    </message>
    <message>
        <source>{0} is no trace, or a damaged one: choose a file that attnscope wrote.</source>
        <translation>{0} 不是运行记录，或已损坏：请选择 attnscope 写的文件。</translation>
    </message>
    <message>
        <source>{0} is no video that can be opened here, or it is damaged: convert it to MP4.</source>
        <translation>{0} 不是可以在此打开的视频，或已损坏：请转换为 MP4。</translation>
    </message>
    <message>
        <source>{0} is not fetched while HF_HUB_OFFLINE is set: unset it, and try again.</source>
        <translation>设置了 HF_HUB_OFFLINE 时不会获取 {0}：请取消设置后重试。</translation>
    </message>
    <message>
        <source>{0} is not three numbers: write 0.485,0.456,0.406</source>
        <translation>{0} 不是三个数：请写 0.485,0.456,0.406</translation>
    </message>
    <message>
        <source>{0} is of the type {1}, which this version of transformers does not know: update it.</source>
        <translation>{0} 的类型是 {1}，此版本的 transformers 不认识：请更新。</translation>
    </message>
    <message>
        <source>{0} is of type {1}: name a function or a class that makes the network.</source>
        <translation>{0} 的类型是 {1}：请指定创建网络的函数或类。</translation>
    </message>
    <message>
        <source>{0} keeps a tensor on another device than its weights{1}: make it a parameter or a buffer (register_buffer), so that it moves along.</source>
        <translation>{0} 有一个张量与其权重不在同一设备{1}：请把它设为参数或缓冲 (register_buffer)，使其一起移动。</translation>
    </message>
    <message>
        <source>{0} lacks {1}, which {2} says it has: download both again.</source>
        <translation>{0} 缺少 {1}，而 {2} 说它有：请重新下载两者。</translation>
    </message>
    <message>
        <source>{0} lies outside of the network&apos;s input, which has {1} rows and {2} columns</source>
        <translation>{0} 在网络输入之外，输入有 {1} 行 {2} 列</translation>
    </message>
    <message>
        <source>{0} megapixels</source>
        <translation>{0} 百万像素</translation>
    </message>
    <message>
        <source>{0} memory is full, and nothing was changed: choose a smaller network or input, or another device.</source>
        <translation>{0}内存已满，没有任何改变：请选择更小的网络或输入，或其他设备。</translation>
    </message>
    <message>
        <source>{0} more tensors have</source>
        <translation>另有 {0} 个张量</translation>
    </message>
    <message>
        <source>{0} must not be read by you: change its permissions, or copy it.</source>
        <translation>您没有读取 {0} 的权限：请更改其权限，或复制一份。</translation>
    </message>
    <message>
        <source>{0} names a shard outside its folder ({1}): download it again.</source>
        <translation>{0} 指定了其文件夹之外的分片（{1}）：请重新下载。</translation>
    </message>
    <message>
        <source>{0} names no classes: what looks like a prediction is what it makes of the image.</source>
        <translation>{0} 没有给出类别：看起来像预测的是它对图像的表示。</translation>
    </message>
    <message>
        <source>{0} needs Python code of its own, which is not run: build it in a file, and load that.</source>
        <translation>{0} 需要自己的 Python 代码，不会运行：请在文件中建立它，再加载该文件。</translation>
    </message>
    <message>
        <source>{0} needs Q (B, n_q, d_q), K (B, n_k, d_k) and V (B, n_k, d_v), but {1}.</source>
        <translation>{0} 需要 Q (B, n_q, d_q)、K (B, n_k, d_k) 和 V (B, n_k, d_v)，但 {1}。</translation>
    </message>
    <message>
        <source>{0} needs Q, K and V of one batch size, but {1}.</source>
        <translation>{0} 需要批大小相同的 Q、K 和 V，但 {1}。</translation>
    </message>
    <message>
        <source>{0} needs a mask of bool (True: may attend) or of float (added), but got {1}.</source>
        <translation>{0} 需要布尔掩码（True：可以注意）或浮点掩码（相加），但得到 {1}。</translation>
    </message>
    <message>
        <source>{0} needs a mask that fits its scores ({1}), but got {2}.</source>
        <translation>{0} 需要与其得分（{1}）匹配的掩码，但得到 {2}。</translation>
    </message>
    <message>
        <source>{0} needs arguments ({1}): {2}.</source>
        <translation>{0} 需要参数（{1}）：{2}。</translation>
    </message>
    <message>
        <source>{0} needs at least 1 channel and a reduction of at least 1, but got {1} and {2}.</source>
        <translation>{0} 需要至少 1 个通道和至少为 1 的缩减倍数，但得到 {1} 和 {2}。</translation>
    </message>
    <message>
        <source>{0} needs at least one key, but {1}.</source>
        <translation>{0} 需要至少一个键，但 {1}。</translation>
    </message>
    <message>
        <source>{0} needs feature maps {1} with at least one position, but got {2}.</source>
        <translation>{0} 需要至少有一个位置的特征图 {1}，但得到 {2}。</translation>
    </message>
    <message>
        <source>{0} needs feature maps {1}, but got {2} dimensions: {3}.</source>
        <translation>{0} 需要特征图 {1}，但得到 {2} 维：{3}。</translation>
    </message>
    <message>
        <source>{0} needs one value per key, but has {1} keys and {2} values: {3}.</source>
        <translation>{0} 每个键需要一个值，但有 {1} 个键和 {2} 个值：{3}。</translation>
    </message>
    <message>
        <source>{0} needs queries and keys of one width, but got Q {1} and K {2}.</source>
        <translation>{0} 需要宽度相同的查询和键，但得到 Q {1} 和 K {2}。</translation>
    </message>
    <message>
        <source>{0} needs the module {1}, which is not to be found: install it or mend the path.</source>
        <translation>{0} 需要模块 {1}，但找不到：请安装或修正路径。</translation>
    </message>
    <message>
        <source>{0} needs the name of what makes the network: {1}:NAME.</source>
        <translation>{0} 需要给出由什么创建网络：{1}:NAME。</translation>
    </message>
    <message>
        <source>{0} needs {1}{2} beside it: download what is missing.</source>
        <translation>{0} 需要旁边有 {1}{2}：请下载缺少的文件。</translation>
    </message>
    <message>
        <source>{0} no place in it</source>
        <translation>{0}在其中没有位置</translation>
    </message>
    <message>
        <source>{0} of the file: left out</source>
        <translation>文件中的 {0}：略去</translation>
    </message>
    <message>
        <source>{0} on the hub holds no network of transformers, for want of a {1}: choose another.</source>
        <translation>hub 上的 {0} 中没有 transformers 网络，因为缺少 {1}：请选择其他。</translation>
    </message>
    <message>
        <source>{0} on the hub holds no weights that torch reads: choose another network.</source>
        <translation>hub 上的 {0} 中没有 torch 能读取的权重：请选择其他网络。</translation>
    </message>
    <message>
        <source>{0} returned {1}: let it return the network, a torch.nn.Module.</source>
        <translation>{0} 返回了 {1}：请让它返回网络，即 torch.nn.Module。</translation>
    </message>
    <message>
        <source>{0} takes more than an image, or none: choose a network for images.</source>
        <translation>{0} 需要的不只是一张图像，或不接受图像：请选择用于图像的网络。</translation>
    </message>
    <message>
        <source>{0} takes no argument {1}: it takes {2}.</source>
        <translation>{0} 不接受参数 {1}：它接受 {2}。</translation>
    </message>
    <message>
        <source>{0} takes no argument {1}: {2}.</source>
        <translation>{0} 不接受参数 {1}：{2}。</translation>
    </message>
    <message>
        <source>{0} takes no input: let its forward take a batch of images (1, 3, rows, columns).</source>
        <translation>{0} 不接受输入：请让其 forward 接受一批图像 (1, 3, rows, columns)。</translation>
    </message>
    <message>
        <source>{0} tokens, here {1}</source>
        <translation>{0} 个 token，这里是 {1}</translation>
    </message>
    <message>
        <source>{0} wants images of {1} channel, and a picture has 3 (red, green, blue): load a module that makes {2} of them first.</source>
        <translation>{0} 需要 {1} 个通道的图像，而图片有 3 个（红、绿、蓝）：请加载先把它们转换为 {2} 个的模块。</translation>
    </message>
    <message>
        <source>{0} wants images of {1} channels, and a picture has 3 (red, green, blue): load a module that makes {2} of them first.</source>
        <translation>{0} 需要 {1} 个通道的图像，而图片有 3 个（红、绿、蓝）：请加载先把它们转换为 {2} 个的模块。</translation>
    </message>
    <message>
        <source>{0} wants {1} inputs ({2}), and a picture is one: give the others defaults, or load a module that supplies them.</source>
        <translation>{0} 需要 {1} 个输入（{2}），而图片只有一个：请给其余输入默认值，或加载提供它们的模块。</translation>
    </message>
    <message>
        <source>{0} was built for {1} channels, but got {2}: {3} is not {4}.</source>
        <translation>{0} 按 {1} 个通道建立，但得到 {2}：{3} 不是 {4}。</translation>
    </message>
    <message>
        <source>{0} was packed again with compression: unpack it with torch.load, and write it with torch.save.</source>
        <translation>{0} 被重新压缩打包：请用 torch.load 读出，再用 torch.save 写入。</translation>
    </message>
    <message>
        <source>{0} was written by another version of attnscope: open it with that one.</source>
        <translation>{0} 由另一版本的 attnscope 写出：请用该版本打开。</translation>
    </message>
    <message>
        <source>{0} weighs no channels, so it has no bars.</source>
        <translation>{0} 不对通道加权，因此没有条形图。</translation>
    </message>
    <message>
        <source>{0} weighs no channels, so it has no feature map of one.</source>
        <translation>{0} 不对通道加权，因此没有通道的特征图。</translation>
    </message>
    <message>
        <source>{0} weighs no channels, so it has no feature maps of them.</source>
        <translation>{0} 不对通道加权，因此没有各通道的特征图。</translation>
    </message>
    <message>
        <source>{0} weighs no places, so its features have no energy to be weighed.</source>
        <translation>{0} 不对位置加权，因此其特征没有可加权的能量。</translation>
    </message>
    <message>
        <source>{0} where the network&apos;s is {1}</source>
        <translation>{0}，而网络的是 {1}</translation>
    </message>
    <message>
        <source>{0} works out gradients in its forward, and is run without: put that under `torch.enable_grad()`.</source>
        <translation>{0} 在 forward 中计算梯度，而这里不带梯度运行：请把它放在 `torch.enable_grad()` 之下。</translation>
    </message>
    <message>
        <source>{0} works without gradients inside (no_grad, inference_mode, detach), so no class can be attributed to its input: take that away for it.</source>
        <translation>{0} 内部不计算梯度（no_grad、inference_mode、detach），因此类别无法归因到其输入：请为此去掉。</translation>
    </message>
    <message>
        <source>{0} x {1} patches, here {2} x {3}</source>
        <translation>{0} x {1} 块，这里是 {2} x {3}</translation>
    </message>
    <message>
        <source>{0} x {1} where the network&apos;s are {2} x {3}</source>
        <translation>{0} x {1}，而网络的是 {2} x {3}</translation>
    </message>
    <message>
        <source>{0} {1} is out of reach: choose a number from {2} to {3}</source>
        <translation>{0} {1} 超出范围：请选择 {2} 到 {3} 的数</translation>
    </message>
    <message>
        <source>{0} {1}, and reading it could run code: if you know who made it, use --trust.</source>
        <translation>{0} {1}，读取它可能会运行代码：如果知道它的来源，请使用 --trust。</translation>
    </message>
    <message>
        <source>{0} {1}: leave the size out.</source>
        <translation>{0} {1}：请不要给出尺寸。</translation>
    </message>
    <message>
        <source>{0}, here {1}</source>
        <translation>{0}，这里是 {1}</translation>
    </message>
    <message>
        <source>{0}, of another type</source>
        <translation>{0}，类型不同</translation>
    </message>
    <message>
        <source>{0}, on an input of {1},</source>
        <translation>输入为 {1} 时的 {0}</translation>
    </message>
    <message>
        <source>{0}: add --download to fetch them{1}.</source>
        <translation>{0}：请加上 --download 获取{1}。</translation>
    </message>
    <message>
        <source>{0}: choose any of {1}, with commas between</source>
        <translation>{0}：请从 {1} 中选择，用逗号分隔</translation>
    </message>
    <message>
        <source>{0}: give --size {1}.</source>
        <translation>{0}：请给出 --size {1}。</translation>
    </message>
    <message>
        <source>{0}: give a checkpoint with {1} classes, or leave the weights random.</source>
        <translation>{0}：请给出 {1} 个类别的检查点，或使用随机权重。</translation>
    </message>
    <message>
        <source>{0}: give the --size that it was trained at.</source>
        <translation>{0}：请给出训练时的 --size。</translation>
    </message>
    <message>
        <source>{0}: its rounding is the error</source>
        <translation>{0}：误差来自其舍入</translation>
    </message>
    <message>
        <source>{0}: {1}, here {2}</source>
        <translation>{0}：{1}，这里是 {2}</translation>
    </message>
</context>
</TS>
